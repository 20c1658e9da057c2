import type { Failure } from '../../contract/failure'
import type { JsonObject, Json } from '../../contract/json'
import type { Result } from '../../contract/result'
import type { Identifier } from '../identity/identifier'

/** A connection of the environment: `name` is its key in Scalekit ("monday-prod"), `provider` the provider's key ("MONDAY"). */
export type ConnectionRecord = { readonly name: string; readonly provider: string }

/** What Scalekit's ConnectorStatus says, in our words. */
export type AccountStatus = 'active' | 'expired' | 'pending-authorization' | 'pending-verification' | 'disconnected'

/** One person's connected account on one connection. Never carries authorization details. */
export type AccountRecord = {
  readonly id: string
  readonly connection: string
  readonly provider: string
  readonly status: AccountStatus
}

/** A tool that one connected account may use. */
export type ToolRecord = {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly inputSchema: JsonObject
  readonly connection: string
  readonly provider: string
  readonly accountId: string
}

/** One execution of one tool as one person. `mayWrite` decides what a lost answer means. */
export type Execution = {
  readonly identifier: Identifier
  readonly accountId: string
  readonly connection: string
  readonly tool: string
  readonly args: JsonObject
  readonly mayWrite: boolean
}

/**
 * What became of an execution. `refused`: it was not done, for certain (a TOOL_ERROR or a check before it).
 * `unknown`: the answer was lost after the request had left; for a call that may write, it may have been done.
 */
export type ExecutionOutcome =
  | { readonly kind: 'done'; readonly data: Json; readonly executionId: string | undefined }
  | { readonly kind: 'refused'; readonly failure: Failure; readonly executionId: string | undefined }
  | { readonly kind: 'unknown'; readonly failure: Failure }
  | { readonly kind: 'stopped' }

/**
 * Scalekit as this app uses it. The direct adapter holds the environment's credentials in main;
 * a broker that takes the identifier from the validated access token could stand in its place.
 * No call of it brings a provider's token into this process.
 */
export type Scalekit = {
  /** Fetches the environment's token and opens the connection, so that the first call is not the slow one. */
  readonly warm: () => Promise<Result<null, Failure>>
  /** Every enabled connection of the environment, all pages. */
  readonly listConnections: () => Promise<Result<readonly ConnectionRecord[], Failure>>
  /** This person's connected accounts, all pages, read without their tokens. */
  readonly listAccounts: (identifier: Identifier) => Promise<Result<readonly AccountRecord[], Failure>>
  /** Creates the connected account when there is none yet. */
  readonly ensureAccount: (
    identifier: Identifier,
    connection: ConnectionRecord,
  ) => Promise<Result<AccountRecord, Failure>>
  /** The one-time page at which the person consents. `state` comes back to `verifyUrl` unchanged. */
  readonly authorizationLink: (request: {
    readonly identifier: Identifier
    readonly connection: ConnectionRecord
    readonly state: string
    readonly verifyUrl: URL
  }) => Promise<Result<URL, Failure>>
  /** Tells Scalekit that the person who came back is the one who is signed in here. */
  readonly verifyAccountUser: (identifier: Identifier, authRequestId: string) => Promise<Result<null, Failure>>
  /** Deletes the connected account, and with it the tokens in the vault. */
  readonly deleteAccount: (identifier: Identifier, account: AccountRecord) => Promise<Result<null, Failure>>
  /** The tools of this person's active accounts on these connections, all pages, each bound to its own account. */
  readonly listTools: (
    identifier: Identifier,
    connections: readonly string[],
  ) => Promise<Result<readonly ToolRecord[], Failure>>
  /** Runs one tool once. Never repeats a call that may write. `signal` aborts; the deadline is `timeoutMs`. */
  readonly execute: (
    execution: Execution,
    options: { readonly signal: AbortSignal; readonly timeoutMs: number },
  ) => Promise<ExecutionOutcome>
  /** Drops the connection, after sleep or a missed deadline; the next call opens a new one. */
  readonly reset: () => void
}
