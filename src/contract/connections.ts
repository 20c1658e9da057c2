import { z } from 'zod'
import { failureSchema } from './failure'

/** The five states of this person's connected account on a connection. */
export const connectionStatuses = ['connected', 'not-connected', 'waiting', 'expired', 'disconnected'] as const

/**
 * A connection of the environment with this person's own status on it.
 * `name` is the connection's name in Scalekit ("monday-prod"), unique;
 * `providerName` is the provider as people know it ("Monday.com"), with the connection's own name where the
 * environment has several of that provider ("Monday.com, monday-prod").
 */
export const connectionSchema = z.object({
  name: z.string(),
  provider: z.string(),
  providerName: z.string(),
  status: z.enum(connectionStatuses),
  /** A browser round trip that this app started is under way. */
  connecting: z.boolean(),
  failure: failureSchema.optional(),
})

/** The connections list as a window shows it. */
export const connectionsStateSchema = z.object({
  kind: z.enum(['loading', 'ready', 'failed']),
  connections: z.array(connectionSchema),
  failure: failureSchema.optional(),
})

/** What was left of a person's connected accounts when they were read again; `readAt` is when. */
export const disconnectedAllSchema = z.object({
  readAt: z.number(),
  deleted: z.number(),
  left: z.array(z.object({ connection: z.string(), providerName: z.string(), failure: failureSchema.optional() })),
})

/** One of the five states of a connected account. */
export type ConnectionStatus = (typeof connectionStatuses)[number]
/** A connection with this person's own status on it. */
export type Connection = z.infer<typeof connectionSchema>
/** What was left of a person's connected accounts. */
export type DisconnectedAll = z.infer<typeof disconnectedAllSchema>
/** The connections list as a window shows it. */
export type ConnectionsState = z.infer<typeof connectionsStateSchema>
