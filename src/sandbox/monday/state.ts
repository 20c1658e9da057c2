import { z } from 'zod'

const userSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  title: z.string(),
  /** An administrator may change structure and take things away; a member may not. */
  isAdmin: z.boolean(),
  identifier: z.string().optional(),
})

const workspaceSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  /** Who may see it and everything in it. */
  members: z.array(z.string()),
})

const boardSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  description: z.string(),
  workspaceId: z.string(),
  columns: z.array(
    z.object({ id: z.string(), title: z.string(), type: z.string(), labels: z.array(z.string()).optional() }),
  ),
  groups: z.array(z.object({ id: z.string(), title: z.string(), archived: z.boolean().optional() })),
  archived: z.boolean().optional(),
  createdAt: z.string(),
  updatedAt: z.string(),
})

const itemSchema = z.object({
  id: z.string(),
  name: z.string(),
  boardId: z.string(),
  groupId: z.string(),
  state: z.enum(['active', 'archived', 'deleted']),
  creatorId: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  values: z.record(z.string(), z.string()),
  description: z.string().optional(),
  parentId: z.string().optional(),
})

const updateSchema = z.object({
  id: z.string(),
  itemId: z.string(),
  body: z.string(),
  creatorId: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
})

/** Everything the sample Monday.com account holds. */
export const mondayStateSchema = z.object({
  account: z.object({ id: z.string(), name: z.string(), slug: z.string() }),
  nextId: z.number(),
  users: z.array(userSchema),
  workspaces: z.array(workspaceSchema),
  boards: z.array(boardSchema),
  items: z.array(itemSchema),
  updates: z.array(updateSchema),
  tags: z.array(z.object({ id: z.string(), name: z.string(), color: z.string(), boardId: z.string().optional() })),
})

/** Everything the sample Monday.com account holds. */
export type MondayState = z.infer<typeof mondayStateSchema>
/** A user of the account. */
export type User = z.infer<typeof userSchema>
/** A board. */
export type Board = z.infer<typeof boardSchema>
/** An item: a row of a board. */
export type Item = z.infer<typeof itemSchema>
/** An update: a comment on an item. */
export type Update = z.infer<typeof updateSchema>
