import type { DraftOwner } from '../state/action'
import { draftOf } from '../state/drafts'
import type { Recalled } from '../state/quick-ask'
import { orAlert, type ActionContext } from './context'

/** What the quick-ask window can do with itself. */
export type QuickAskActions = {
  readonly hideQuickAsk: () => void
  /** Keeps the window there while a dialog that it opened has the focus. */
  readonly holdQuickAsk: (held: boolean) => void
  readonly resizeQuickAsk: (height: number) => void
  readonly openInChat: (threadId: string | null) => void
  /** Called whenever the window comes up. Returns the function that stops it. */
  readonly onQuickAskShown: (listener: () => void) => () => void
  /** Takes what a link brought: into the field where that is free, else as an offer. Nothing is ever sent. */
  readonly takeAsked: () => Promise<void>
  /** Puts the offered text into the field of a new conversation, and what stands there aside. */
  readonly acceptAsked: () => void
  readonly dropAsked: () => void
  /** Called whenever a link brought something. Returns the function that stops it. */
  readonly onAsked: (listener: () => void) => () => void
  readonly loadQuestions: () => Promise<void>
  readonly keepQuestion: (threadId: string, text: string) => Promise<void>
  readonly recallQuestion: (owner: DraftOwner, found: Recalled) => void
}

const minimumHeight = 60
const maximumHeight = 900

type AskedActions = Pick<QuickAskActions, 'takeAsked' | 'acceptAsked' | 'dropAsked' | 'onAsked'>

const createAskedActions = ({ bridge, store }: ActionContext): AskedActions => {
  const acceptAsked = (): void => {
    const { drafts, place, quickAsk } = store.get()
    if (quickAsk.offered === null) return
    const { text } = quickAsk.offered
    const aside = draftOf(drafts, place.threadId ?? null).text
    if (place.threadId !== undefined) store.dispatch({ type: 'draft-typed', owner: place.threadId, text: '' })
    // SECURITY: never into a conversation that is there already: what was allowed in it is not the link's to use.
    store.dispatch({ type: 'navigated', to: { view: 'chat' } })
    store.dispatch({ type: 'draft-typed', owner: null, text })
    store.dispatch({ type: 'asked-used', at: Date.now(), aside })
  }
  return {
    acceptAsked,
    takeAsked: async () => {
      // SECURITY: what is attached was attached for something else, so its draft is not free. Asked of main: this
      // window may not have heard of it yet.
      const [reply, attached] = await Promise.all([bridge.takeAsked(), bridge.draftFiles({ threadId: null })])
      if (!reply.ok || reply.value === null) return
      store.dispatch({ type: 'asked-offered', asked: reply.value })
      const { drafts, place } = store.get()
      const isFree = draftOf(drafts, null).text.trim() === '' && attached.ok && attached.value.length === 0
      if (place.threadId === undefined && isFree) acceptAsked()
    },
    dropAsked: () => {
      store.dispatch({ type: 'asked-dropped' })
    },
    onAsked: (listener) => bridge.on.asked(listener),
  }
}

type RecallActions = Pick<QuickAskActions, 'loadQuestions' | 'keepQuestion' | 'recallQuestion'>

// What can't be recalled is no reason to disturb anybody: asking works without it.
const createRecallActions = ({ bridge, store }: ActionContext): RecallActions => {
  const load = async (): Promise<void> => {
    const reply = await bridge.recallQuestions()
    if (reply.ok) store.dispatch({ type: 'questions-loaded', questions: reply.value })
  }
  return {
    loadQuestions: load,
    keepQuestion: async (threadId, text) => {
      await bridge.keepQuestion({ threadId, text })
      await load()
    },
    recallQuestion: (owner, { text, recalled, typed }) => {
      store.dispatch({ type: 'draft-typed', owner, text })
      store.dispatch({ type: 'question-recalled', recalled, typed })
    },
  }
}

/** Makes the actions of the quick-ask window. */
export const createQuickAskActions = (context: ActionContext): QuickAskActions => {
  const { bridge } = context
  return {
    hideQuickAsk: () => void orAlert(context, async () => await bridge.hideQuickAsk()),
    resizeQuickAsk: (height) => {
      const bounded = Math.min(maximumHeight, Math.max(minimumHeight, Math.ceil(height)))
      void bridge.resizeQuickAsk({ height: bounded })
    },
    holdQuickAsk: (held) => void bridge.holdQuickAsk({ held }),
    openInChat: (threadId) => void orAlert(context, async () => await bridge.openInChat({ threadId })),
    onQuickAskShown: (listener) => bridge.on.quickAskShown(listener),
    ...createAskedActions(context),
    ...createRecallActions(context),
  }
}
