import type { DraftOwner } from '../state/action'
import { draftOf } from '../state/drafts'
import type { ActionContext } from './context'

const settleMs = 300

/** Saves what is typed once the typing pauses, and at once when asked to. */
export type DraftKeeper = {
  readonly later: (owner: DraftOwner) => void
  readonly now: () => void
  readonly save: (owner: DraftOwner) => void
}

/**
 * Makes the keeper of this window's drafts. A draft that can't be saved stays in the message box.
 * Quick ask keeps what is typed by staying loaded: the stored draft of a new chat belongs to the chat window.
 */
export const createDraftKeeper = ({ bridge, store }: ActionContext): DraftKeeper => {
  const due = new Map<DraftOwner, ReturnType<typeof setTimeout>>()
  const save = (owner: DraftOwner): void => {
    clearTimeout(due.get(owner))
    due.delete(owner)
    if (bridge.surface === 'quick-ask') return
    void bridge.saveDraft({ threadId: owner, text: draftOf(store.get().drafts, owner).text })
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
    now: () => {
      for (const owner of [...due.keys()]) save(owner)
    },
  }
}
