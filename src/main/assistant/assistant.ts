import type { ActivityFilter, ActivityFormat, ActivityPage, ActivityVerdict } from '../../contract/activity'
import type { ConversationEvent, Thread, ThreadPage } from '../../contract/conversation'
import type { Failure } from '../../contract/failure'
import type { Grant } from '../../contract/grants'
import type { JsonObject } from '../../contract/json'
import type { Result } from '../../contract/result'
import type { ResultRows } from '../../contract/result-rows'
import type { SearchResults } from '../../contract/search'
import type { GrantDuration } from '../../contract/trust'
import type { LocalSession, Session } from '../identity/session'
import type { Attachments } from './attachments/attachments'
import type { Branches } from './branches/branches'
import type { Halting } from './halting'
import type { OwnData } from './own-data/own-data'
import type { SavedPrompts } from './prompts/saved-prompts'
import type { QueueActions } from './queue/queue'
import type { ThreadList } from './thread-list/thread-list'
import type { Transfer } from './transfer/transfer'

/**
 * Asking, approving and reading back, always for the session that is passed in:
 * a thread, message or call of another owner does not exist for it.
 */
export type Assistant = Branches &
  OwnData &
  Attachments &
  QueueActions &
  ThreadList &
  Transfer & {
    /** Messages and titles with these words, newest first: also those of threads that were put away. */
    readonly search: (session: LocalSession, query: string) => Result<SearchResults, Failure>
    readonly listThreads: (session: LocalSession) => Result<Thread[], Failure>
    readonly openThread: (
      session: LocalSession,
      threadId: string,
      before: string | undefined,
    ) => Result<ThreadPage, Failure>
    readonly readDraft: (session: LocalSession, threadId: string | null) => Result<{ text: string }, Failure>
    readonly saveDraft: (session: LocalSession, threadId: string | null, text: string) => Result<null, Failure>
    /** Stores the message first, then starts a run; resolves once the message is on disk. Repeating it with the same id stores once. */
    readonly send: (
      session: Session,
      message: {
        readonly threadId: string | null
        readonly messageId: string
        readonly text: string
        readonly connections?: readonly string[] | undefined
        /** The files of the draft that go with it, by id. */
        readonly files?: readonly string[] | undefined
      },
    ) => Promise<Result<{ threadId: string }, Failure>>
    /** Aborts the model and the reads under way. Calls that were sent end as they end. */
    readonly stop: (session: LocalSession, threadId: string) => Result<null, Failure>
    /** Halts every run of the person at once. Calls that were sent end as they end. */
    readonly stopEverything: Halting['stopEverything']
    /** Gives up what waits for the accounts of these connections. */
    readonly withdraw: Halting['withdraw']
    /** Runs again from the last thing the person said. */
    readonly retry: (session: Session, threadId: string) => Promise<Result<null, Failure>>
    /** Claims a pending call with exactly these arguments and executes it, once. */
    readonly approve: (session: Session, callId: string, args: JsonObject) => Promise<Result<null, Failure>>
    /** Approves, and lets the same tool go on by itself on the same target for that long: both or neither. */
    readonly approveAlways: (
      session: Session,
      callId: string,
      approved: { readonly args: JsonObject; readonly always: GrantDuration },
    ) => Promise<Result<null, Failure>>
    readonly decline: (session: Session, callId: string) => Promise<Result<null, Failure>>
    /** Finds out by reading what became of a call whose outcome is unknown. */
    readonly readBack: (session: Session, callId: string) => Promise<Result<null, Failure>>
    /** Rows of a long result, from the one with this number on. */
    readonly readResultRows: (
      session: LocalSession,
      asked: { readonly callId: string; readonly from: number; readonly count: number },
    ) => Result<ResultRows, Failure>
    /** Takes a person's word for what became of a call whose outcome is unknown. */
    readonly settle: (session: Session, callId: string, done: boolean) => Promise<Result<null, Failure>>
    /** Makes a new call, which waits for approval, that takes back a call that was done. */
    readonly undo: (session: Session, callId: string) => Promise<Result<null, Failure>>
    readonly listActivity: (
      session: LocalSession,
      before: string | undefined,
      filter?: ActivityFilter,
    ) => Result<ActivityPage, Failure>
    /** Every entry of the log about the calls that the filter lets through, as the text of a file. */
    readonly exportActivity: (
      session: LocalSession,
      format: ActivityFormat,
      filter: ActivityFilter,
    ) => Result<{ readonly text: string; readonly entries: number }, Failure>
    /** Looks for entries of the log that were changed or are gone. */
    readonly verifyActivity: (session: LocalSession) => Result<ActivityVerdict, Failure>
    /** What this person allowed, and what of it ended in the last days. */
    readonly listGrants: (session: LocalSession) => Result<Grant[], Failure>
    readonly revokeGrant: (session: LocalSession, grantId: string) => Result<null, Failure>
    /** Revokes everything that this person allowed. */
    readonly revokeGrants: (session: LocalSession) => Result<null, Failure>
    /** Ends what somebody allowed, because their session is over; null: whoever's session it was. */
    readonly endGrants: (owner: Session['owner'] | null) => Result<void, Failure>
    /** Called with the owner whose permissions changed. Returns the function that stops it. */
    readonly onGrants: (listener: (owner: Session['owner']) => void) => () => void
    readonly prompts: SavedPrompts
    /** What this person asked from the quick-ask window, newest first. */
    readonly recallQuestions: (session: LocalSession) => Result<string[], Failure>
    readonly keepQuestion: (
      session: LocalSession,
      asked: { readonly threadId: string; readonly text: string },
    ) => Result<null, Failure>
    /** Called with what happens, for the owner it happens to. Returns the function that stops it. */
    readonly onEvents: (listener: (owner: Session['owner'], events: readonly ConversationEvent[]) => void) => () => void
    /** Loads the model's and the agent's code ahead of the first question. */
    readonly prepare: () => Promise<void>
    /** Stops every run: on sign-out and on quit. */
    readonly stopAll: () => void
  }
