import { z } from 'zod'
import { failureSchema } from './failure'

/** The five states of this person's connected account on a connection. */
export const connectionStatuses = ['connected', 'not-connected', 'waiting', 'expired', 'disconnected'] as const

/**
 * A connection of the environment with this person's own status on it.
 * `name` is the connection's name in Scalekit ("monday-prod"), unique;
 * `providerName` is the provider as people know it ("Monday.com").
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

/** One of the five states of a connected account. */
export type ConnectionStatus = (typeof connectionStatuses)[number]
/** A connection with this person's own status on it. */
export type Connection = z.infer<typeof connectionSchema>
/** The connections list as a window shows it. */
export type ConnectionsState = z.infer<typeof connectionsStateSchema>
