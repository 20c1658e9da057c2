import { z } from 'zod'

const adminSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  jobTitle: z.string(),
  app: z.string(),
  /** A full seat may reply, change and remove; a light seat reads and writes notes. */
  fullSeat: z.boolean(),
  identifier: z.string().optional(),
})

const contactSchema = z.object({
  id: z.string(),
  app: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string().optional(),
  role: z.string(),
  externalId: z.string().optional(),
  ownerId: z.string().optional(),
  archived: z.boolean(),
  unsubscribed: z.boolean(),
  tagIds: z.array(z.string()),
  createdAt: z.number(),
  updatedAt: z.number(),
  lastSeenAt: z.number().optional(),
})

const partSchema = z.object({
  id: z.string(),
  type: z.enum(['comment', 'note', 'assignment', 'close', 'open', 'snoozed']),
  body: z.string(),
  authorType: z.enum(['user', 'admin']),
  authorId: z.string(),
  createdAt: z.number(),
})

const conversationSchema = z.object({
  id: z.string(),
  app: z.string(),
  subject: z.string(),
  contactIds: z.array(z.string()),
  state: z.enum(['open', 'closed', 'snoozed']),
  snoozedUntil: z.number().optional(),
  assigneeId: z.string().optional(),
  tagIds: z.array(z.string()),
  createdAt: z.number(),
  updatedAt: z.number(),
  /** The first is what opened the conversation. */
  parts: z.array(partSchema).min(1),
})

const noteSchema = z.object({
  id: z.string(),
  contactId: z.string(),
  authorId: z.string(),
  body: z.string(),
  createdAt: z.number(),
})

const companySchema = z.object({
  id: z.string(),
  app: z.string(),
  name: z.string(),
  website: z.string(),
  industry: z.string(),
  size: z.number(),
  plan: z.string(),
  updatedAt: z.number(),
})

const halden = {
  id: '66b2c0d00001',
  app: 'nwsupport',
  name: 'Halden Foods',
  website: 'https://haldenfoods.example',
  industry: 'Food',
  size: 120,
  plan: 'Team',
  updatedAt: 1_790_000_000,
}

/** Everything the sample Intercom workspaces hold. Times are seconds since the epoch, as Intercom's are. */
export const intercomStateSchema = z.object({
  nextId: z.number(),
  apps: z.array(z.object({ id: z.string(), name: z.string() })),
  admins: z.array(adminSchema),
  teams: z.array(z.object({ id: z.string(), name: z.string(), app: z.string(), adminIds: z.array(z.string()) })),
  contacts: z.array(contactSchema),
  // Sandboxes from before there were companies have none of their own.
  companies: z.array(companySchema).default(() => [{ ...halden }]),
  conversations: z.array(conversationSchema),
  notes: z.array(noteSchema),
  tags: z.array(z.object({ id: z.string(), name: z.string(), app: z.string() })),
})

/** Everything the sample Intercom workspaces hold. */
export type IntercomState = z.infer<typeof intercomStateSchema>
/** An admin: a teammate with a seat. */
export type Admin = z.infer<typeof adminSchema>
/** A contact: a customer. */
export type Contact = z.infer<typeof contactSchema>
/** A company: where contacts work. */
export type Company = z.infer<typeof companySchema>
/** A conversation. */
export type Conversation = z.infer<typeof conversationSchema>
/** A part of a conversation. */
export type ConversationPart = z.infer<typeof partSchema>
/** A note on a contact. */
export type Note = z.infer<typeof noteSchema>
