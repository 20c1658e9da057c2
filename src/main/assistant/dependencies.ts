import type { LanguageModelV4 } from '@ai-sdk/provider'
import type { Failure } from '../../contract/failure'
import type { Result } from '../../contract/result'
import type { Connections } from '../connections/connections'
import type { Session } from '../identity/session'
import type { Clock } from '../platform/clock'
import type { Database } from '../platform/database'
import type { Logger } from '../platform/logger'
import type { Scalekit } from '../scalekit/port'
import type { ActivityHeads } from './activity-heads'

/** Everything the assistant needs from outside. */
export type AssistantDependencies = {
  readonly database: Database
  readonly scalekit: Scalekit
  readonly connections: Pick<Connections, 'state' | 'onChange' | 'refresh' | 'noteStatus'>
  /** The signed-in session, made sure of just now: asked before every execution. */
  readonly ensureSession: () => Promise<Result<Session, Failure>>
  /** The model that answers; asked at the start of every run. */
  readonly model: () => Promise<Result<LanguageModelV4, Failure>>
  /** Where the ends of the activity log are noted, outside the database. */
  readonly activityHeads?: ActivityHeads
  readonly clock: Clock
  /** A new id, at most 40 characters long: providers refuse longer names of calls. */
  readonly newId: () => string
  readonly log: Pick<Logger, 'info' | 'problem' | 'error'>
}
