import { z } from 'zod'
import { accountSchema } from './conversation'
import { grantDurations, grantTargetSchema } from './trust'

/** Why a standing permission ended. */
export const grantEnds = [
  'expired',
  'revoked',
  'replaced',
  'tool-changed',
  'account-changed',
  'disconnected',
  'thread-deleted',
  'signed-out',
] as const

/** A standing permission: one tool, on one target, in one account, for a while. */
export const grantSchema = z.object({
  id: z.string(),
  tool: z.string(),
  title: z.string(),
  connection: z.string(),
  providerName: z.string(),
  /** Whose account it was when it was allowed. */
  account: accountSchema,
  target: grantTargetSchema,
  duration: z.enum(grantDurations),
  createdAt: z.number(),
  expiresAt: z.number(),
  uses: z.number(),
  lastUsedAt: z.number().optional(),
  ended: z.object({ at: z.number(), because: z.enum(grantEnds) }).optional(),
})

/** Why a standing permission ended. */
export type GrantEnd = (typeof grantEnds)[number]
/** A standing permission. */
export type Grant = z.infer<typeof grantSchema>
