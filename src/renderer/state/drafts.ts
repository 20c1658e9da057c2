import type { Failure } from '../../contract/failure'
import type { Action, DraftOwner } from './action'

/** What is in a message box, and what became of sending it. */
export type Draft = {
  readonly text: string
  /** The person has typed here since the window opened: a stored draft must not overwrite it. */
  readonly touched: boolean
  readonly sending: boolean
  /** The id under which this text was last sent, so that sending it again stores it once. */
  readonly messageId: string | undefined
  readonly failure: Failure | undefined
}

/** The drafts of this window by thread; the key of the thread that does not exist yet is ''. */
export type Drafts = Readonly<Record<string, Draft>>

const empty: Draft = { text: '', touched: false, sending: false, messageId: undefined, failure: undefined }

/** The draft of a thread. */
export const draftOf = (drafts: Drafts, owner: DraftOwner): Draft => drafts[owner ?? ''] ?? empty

const typed = (draft: Draft, text: string): Draft => ({
  ...draft,
  text,
  touched: true,
  messageId: text.trim() === draft.text.trim() ? draft.messageId : undefined,
})

const restored = (draft: Draft, text: string): Draft => (draft.touched ? draft : { ...draft, text })

// What was typed while the message was on its way stays.
const sent = (draft: Draft, text: string): Draft => ({
  ...empty,
  touched: true,
  text: draft.text === text ? '' : draft.text,
})

const reduceDraft = (draft: Draft, action: Action): Draft => {
  switch (action.type) {
    case 'draft-typed':
      return typed(draft, action.text)
    case 'draft-restored':
      return restored(draft, action.text)
    case 'draft-sending':
      return { ...draft, sending: true, messageId: action.messageId, failure: undefined }
    case 'draft-sent':
      return sent(draft, action.text)
    case 'draft-failed':
      return { ...draft, sending: false, failure: action.failure }
    case 'draft-failure-dismissed':
      return { ...draft, failure: undefined }
    default:
      return draft
  }
}

const ownerOf = (action: Action): DraftOwner | undefined => {
  if (action.type === 'thread-opened') return action.page.thread.id
  return 'owner' in action ? action.owner : undefined
}

/** Keeps what was typed. */
export const reduceDrafts = (drafts: Drafts, action: Action): Drafts => {
  const owner = ownerOf(action)
  if (owner === undefined) return drafts
  const draft = draftOf(drafts, owner)
  const next = action.type === 'thread-opened' ? restored(draft, action.page.draft) : reduceDraft(draft, action)
  return next === draft ? drafts : { ...drafts, [owner ?? '']: next }
}
