import type { AppState } from '../../contract/app-state'
import type { Asked } from '../../contract/asked'
import type { ConnectionsState } from '../../contract/connections'
import type { ConversationEvent, Thread, ThreadPage } from '../../contract/conversation'
import type { Failure } from '../../contract/failure'
import type { AttachedFile } from '../../contract/files'
import type { Grant } from '../../contract/grants'
import type { Navigation } from '../../contract/methods'
import type { SavedPrompt } from '../../contract/prompts'
import type { ArgumentsEdit } from './arguments-edit'
import type { RefusedFile } from './refused-file'
import type { UsablePrompt } from './prompts'
import type { FoundMessage } from './found-message'
import type { MessageEdit } from './message-edit'
import type { ResultChoice } from './result-choice'
import type { Toast } from './toast'

/** The thread that a draft belongs to; `null` is the thread that does not exist yet. */
export type DraftOwner = string | null

/** Everything that can change what a window shows. */
export type Action =
  | { readonly type: 'app'; readonly app: AppState }
  | { readonly type: 'connections'; readonly connections: ConnectionsState }
  | { readonly type: 'threads-loading' }
  | { readonly type: 'threads-loaded'; readonly threads: readonly Thread[] }
  | { readonly type: 'threads-failed'; readonly failure: Failure }
  | { readonly type: 'thread-opening'; readonly threadId: string }
  | { readonly type: 'thread-opened'; readonly page: ThreadPage }
  | { readonly type: 'thread-created'; readonly threadId: string }
  | { readonly type: 'thread-failed'; readonly threadId: string; readonly failure: Failure }
  | { readonly type: 'older-loading'; readonly threadId: string }
  | { readonly type: 'older-loaded'; readonly page: ThreadPage }
  | { readonly type: 'older-failed'; readonly threadId: string; readonly failure: Failure }
  | { readonly type: 'events'; readonly events: readonly ConversationEvent[] }
  | { readonly type: 'draft-typed'; readonly owner: DraftOwner; readonly text: string }
  | { readonly type: 'draft-followed'; readonly owner: DraftOwner; readonly text: string }
  | { readonly type: 'draft-restored'; readonly owner: DraftOwner; readonly text: string }
  | { readonly type: 'draft-sending'; readonly owner: DraftOwner; readonly messageId: string }
  | { readonly type: 'draft-sent'; readonly owner: DraftOwner; readonly text: string }
  | { readonly type: 'draft-failed'; readonly owner: DraftOwner; readonly failure: Failure }
  | { readonly type: 'draft-failure-dismissed'; readonly owner: DraftOwner }
  | { readonly type: 'draft-files'; readonly owner: DraftOwner; readonly files: readonly AttachedFile[] }
  | { readonly type: 'draft-attaching'; readonly owner: DraftOwner }
  | { readonly type: 'draft-attached'; readonly owner: DraftOwner; readonly refused: readonly RefusedFile[] }
  | { readonly type: 'message-edit'; readonly messageId: string; readonly edit: MessageEdit }
  | { readonly type: 'arguments-edited'; readonly callId: string; readonly edit: ArgumentsEdit }
  | { readonly type: 'arguments-reset'; readonly callId: string }
  | { readonly type: 'decision-sent'; readonly callId: string }
  | { readonly type: 'decision-taken'; readonly callId: string }
  | { readonly type: 'decision-failed'; readonly callId: string; readonly failure: Failure }
  | { readonly type: 'grants'; readonly grants: readonly Grant[] }
  | { readonly type: 'prompts'; readonly prompts: readonly SavedPrompt[] }
  | { readonly type: 'filling'; readonly prompt: UsablePrompt | null }
  | { readonly type: 'result-chosen'; readonly tool: string; readonly choice: ResultChoice }
  | { readonly type: 'navigated'; readonly to: Navigation }
  | { readonly type: 'alert-raised'; readonly id: string; readonly failure: Failure }
  | { readonly type: 'alert-dismissed'; readonly id: string }
  | { readonly type: 'link-asked'; readonly url: string }
  | { readonly type: 'link-answered' }
  | { readonly type: 'palette-shown'; readonly shown: boolean }
  | { readonly type: 'writing-asked' }
  | { readonly type: 'list-searched'; readonly query: string }
  | { readonly type: 'list-search-asked' }
  | { readonly type: 'list-archive-shown'; readonly shown: boolean }
  | { readonly type: 'renaming'; readonly threadId: string; readonly archived: boolean }
  | { readonly type: 'renamed' }
  | { readonly type: 'found'; readonly found: FoundMessage }
  | { readonly type: 'found-forgotten' }
  | { readonly type: 'asked-offered'; readonly asked: Asked }
  | { readonly type: 'asked-used'; readonly at: number; readonly aside: string }
  | { readonly type: 'asked-dropped' }
  | { readonly type: 'questions-loaded'; readonly questions: readonly string[] }
  | { readonly type: 'question-recalled'; readonly recalled: number; readonly typed: string }
  | { readonly type: 'toast'; readonly toast: Toast }
  | { readonly type: 'toast-gone'; readonly toast: Toast }
