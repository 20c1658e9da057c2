import type { pushes } from '../../contract/channels'
import type { PushOf } from '../../contract/methods'
import type { DraftOwner } from '../state/action'
import { draftOf } from '../state/drafts'
import type { ActionContext } from './context'

const settleMs = 300

/** A draft as some window saved it. */
export type SavedDraft = PushOf<typeof pushes.draft>

/** Saves what is typed once the typing pauses, and at once when asked to. */
export type DraftKeeper = {
  readonly later: (owner: DraftOwner) => void
  readonly now: () => void
  readonly save: (owner: DraftOwner) => void
  /** Whether what was saved comes from another window, and nothing newer is typed in this one. */
  readonly isNews: (saved: SavedDraft) => boolean
}

/**
 * Makes the keeper of this window's drafts. A draft that can't be saved stays in the message box.
 * Quick ask keeps what is typed by staying loaded: the stored draft of a new chat belongs to the chat window.
 */
export const createDraftKeeper = ({ bridge, store }: ActionContext): DraftKeeper => {
  const from = crypto.randomUUID()
  const due = new Map<DraftOwner, ReturnType<typeof setTimeout>>()
  const save = (owner: DraftOwner): void => {
    clearTimeout(due.get(owner))
    due.delete(owner)
    if (bridge.surface === 'quick-ask') return
    void bridge.saveDraft({ threadId: owner, text: draftOf(store.get().drafts, owner).text, from })
  }
  return {
    save,
    later: (owner) => {
      clearTimeout(due.get(owner))
      due.set(
        owner,
        setTimeout(() => {
          save(owner)
        }, settleMs),
      )
    },
    isNews: (saved) => bridge.surface !== 'quick-ask' && saved.from !== from && !due.has(saved.threadId),
    now: () => {
      for (const owner of [...due.keys()]) save(owner)
    },
  }
}
