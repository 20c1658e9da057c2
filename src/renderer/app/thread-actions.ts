import { chosenNames } from '../../contract/plain/chosen-connections'
import type { DraftOwner } from '../state/action'
import { draftOf } from '../state/drafts'
import { orAlert, type ActionContext } from './context'
import { createDraftKeeper, type DraftKeeper, type SavedDraft } from './draft-keeper'

/** Threads, messages and drafts. */
export type ThreadActions = {
  readonly loadThreads: () => Promise<void>
  readonly newChat: () => void
  /** Opens a thread; at a message of it when one is named. */
  readonly openThread: (threadId: string, messageId?: string) => Promise<void>
  /** Goes to the thread that a message was just sent to; one that did not exist before needs no reading. */
  readonly showSent: (threadId: string) => void
  readonly loadOlder: (threadId: string) => Promise<void>
  readonly restoreNewDraft: () => Promise<void>
  readonly type: (owner: DraftOwner, text: string) => void
  readonly keepDrafts: () => void
  /** Shows what was typed for the same thread in another window. */
  readonly followDraft: (saved: SavedDraft) => void
  readonly dismissDraftFailure: (owner: DraftOwner) => void
  /** Sends what is in the box; the id of the thread it went to, or null when it was not sent. */
  readonly send: (owner: DraftOwner) => Promise<string | null>
  readonly stop: (threadId: string) => void
  readonly stopEverything: () => void
  readonly retry: (threadId: string) => void
}

// Looking for a message further up than this would fill the window's memory.
const mostPagesUp = 100

const createReading = (context: ActionContext): Pick<ThreadActions, 'loadThreads' | 'openThread' | 'loadOlder'> => {
  const { bridge, store } = context
  const loadOlder: ThreadActions['loadOlder'] = async (threadId) => {
    const conversation = store.get().conversations[threadId]
    if (conversation?.before === undefined || conversation.older === 'loading') return
    store.dispatch({ type: 'older-loading', threadId })
    const reply = await bridge.openThread({ threadId, before: conversation.before })
    if (reply.ok) store.dispatch({ type: 'older-loaded', page: reply.value })
    else store.dispatch({ type: 'older-failed', threadId, failure: reply.failure })
  }
  const read = async (threadId: string): Promise<void> => {
    if (store.get().conversations[threadId]?.phase === 'ready') return
    store.dispatch({ type: 'thread-opening', threadId })
    const reply = await bridge.openThread({ threadId })
    if (reply.ok) store.dispatch({ type: 'thread-opened', page: reply.value })
    else store.dispatch({ type: 'thread-failed', threadId, failure: reply.failure })
  }
  const isFurtherUp = (threadId: string, messageId: string): boolean => {
    const conversation = store.get().conversations[threadId]
    if (conversation?.before === undefined || conversation.older !== 'idle') return false
    return conversation.messages.every(({ id }) => id !== messageId)
  }
  return {
    loadThreads: async () => {
      store.dispatch({ type: 'threads-loading' })
      const reply = await bridge.listThreads()
      if (reply.ok) store.dispatch({ type: 'threads-loaded', threads: reply.value })
      else store.dispatch({ type: 'threads-failed', failure: reply.failure })
    },
    openThread: async (threadId, messageId) => {
      store.dispatch({
        type: 'navigated',
        to: { view: 'chat', threadId, ...(messageId === undefined ? {} : { messageId }) },
      })
      await read(threadId)
      if (messageId === undefined) return
      for (let page = 0; page < mostPagesUp && isFurtherUp(threadId, messageId); page += 1) await loadOlder(threadId)
    },
    loadOlder,
  }
}

const createSending = (context: ActionContext, keeper: DraftKeeper): ThreadActions['send'] => {
  const { bridge, store } = context
  return async (owner) => {
    const draft = draftOf(store.get().drafts, owner)
    if (draft.sending || draft.attaching || draft.text.trim() === '') return null
    const messageId = draft.messageId ?? crypto.randomUUID()
    store.dispatch({ type: 'draft-sending', owner, messageId })
    const text = draft.text.trim()
    const connections = chosenNames(text, store.get().connections.connections)
    const reply = await bridge.send({
      threadId: owner,
      messageId,
      text,
      ...(connections.length > 0 ? { connections } : {}),
      ...(draft.files.length > 0 ? { files: draft.files.map(({ id }) => id) } : {}),
    })
    if (!reply.ok) {
      store.dispatch({ type: 'draft-failed', owner, failure: reply.failure })
      return null
    }
    const { threadId } = reply.value
    store.dispatch({ type: 'draft-sent', owner, text: draft.text })
    keeper.save(owner)
    return threadId
  }
}

/** Makes the actions on threads. */
export const createThreadActions = (context: ActionContext): ThreadActions => {
  const { bridge, store } = context
  const keeper = createDraftKeeper(context)
  const send = createSending(context, keeper)
  return {
    ...createReading(context),
    newChat: () => {
      store.dispatch({ type: 'navigated', to: { view: 'chat' } })
    },
    showSent: (threadId) => {
      if (store.get().conversations[threadId]?.phase !== 'ready') store.dispatch({ type: 'thread-created', threadId })
      store.dispatch({ type: 'navigated', to: { view: 'chat', threadId } })
    },
    restoreNewDraft: async () => {
      if (bridge.surface === 'quick-ask') return
      const reply = await bridge.readDraft({ threadId: null })
      if (reply.ok) store.dispatch({ type: 'draft-restored', owner: null, text: reply.value.text })
    },
    type: (owner, text) => {
      store.dispatch({ type: 'draft-typed', owner, text })
      keeper.later(owner)
    },
    keepDrafts: keeper.now,
    followDraft: (saved) => {
      if (keeper.isNews(saved)) store.dispatch({ type: 'draft-followed', owner: saved.threadId, text: saved.text })
    },
    dismissDraftFailure: (owner) => {
      store.dispatch({ type: 'draft-failure-dismissed', owner })
    },
    send,
    stop: (threadId) => void orAlert(context, async () => await bridge.stop({ threadId })),
    stopEverything: () => void orAlert(context, async () => await bridge.stopAll()),
    retry: (threadId) => void orAlert(context, async () => await bridge.retry({ threadId })),
  }
}
