import type { Failure } from '../../contract/failure'
import type { AttachedFile } from '../../contract/files'
import type { Action, DraftOwner } from './action'
import type { RefusedFile } from './refused-file'

/** What is in a message box, and what became of sending it. */
export type Draft = {
  readonly text: string
  /** The person has typed here since the window opened: a stored draft must not overwrite it. */
  readonly touched: boolean
  readonly sending: boolean
  /** The id under which this text was last sent, so that sending it again stores it once. */
  readonly messageId: string | undefined
  readonly failure: Failure | undefined
  readonly files: readonly AttachedFile[]
  /** Files are being read: they belong to what is said next. */
  readonly attaching: boolean
  readonly refused: readonly RefusedFile[]
}

/** The drafts of this window by thread; the key of the thread that does not exist yet is ''. */
export type Drafts = Readonly<Record<string, Draft>>

const empty: Draft = {
  text: '',
  touched: false,
  sending: false,
  messageId: undefined,
  failure: undefined,
  files: [],
  attaching: false,
  refused: [],
}

/** The draft of a thread. */
export const draftOf = (drafts: Drafts, owner: DraftOwner): Draft => drafts[owner ?? ''] ?? empty

const typed = (draft: Draft, text: string): Draft => ({
  ...draft,
  text,
  touched: true,
  messageId: text.trim() === draft.text.trim() ? draft.messageId : undefined,
})

const restored = (draft: Draft, text: string): Draft => (draft.touched ? draft : { ...draft, text })

// With other files it is another message.
const withFiles = (draft: Draft, files: readonly AttachedFile[]): Draft => {
  const same = files.length === draft.files.length && files.every(({ id }, index) => id === draft.files[index]?.id)
  return same ? draft : { ...draft, files, messageId: undefined }
}

const reduceFiles = (draft: Draft, action: Action): Draft => {
  switch (action.type) {
    case 'draft-files':
      return withFiles(draft, action.files)
    case 'draft-attaching':
      return { ...draft, attaching: true, refused: [] }
    case 'draft-attached':
      return { ...draft, attaching: false, refused: action.refused }
    default:
      return draft
  }
}

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
    case 'draft-followed':
      return draft.sending || draft.text === action.text ? draft : typed(draft, action.text)
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
      return reduceFiles(draft, action)
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
