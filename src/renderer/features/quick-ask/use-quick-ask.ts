import { useCallback, useState } from 'react'
import type { Thread } from '../../../contract/conversation'
import { useActions, useAppState } from '../../app/use-app'
import type { Conversation } from '../../state/conversation'
import { draftOf, type Draft } from '../../state/drafts'

type QuickAskView = {
  readonly threadId: string | null
  readonly conversation: Conversation | undefined
  readonly running: boolean
  readonly draft: Draft
  readonly ask: () => void
  readonly startOver: () => void
}

const runOf = (threads: readonly Thread[], threadId: string | null): Thread['run'] | undefined =>
  threads.find((thread) => thread.id === threadId)?.run

/** The one thread of the quick-ask window: none until the first question, then the same until starting over. */
export const useQuickAsk = (): QuickAskView => {
  const actions = useActions()
  const threadId = useAppState((state) => state.place.threadId) ?? null
  const conversation = useAppState((state) => state.conversations[state.place.threadId ?? ''])
  const run = useAppState((state) => runOf(state.threads.items, state.place.threadId ?? null))
  const draft = useAppState((state) => draftOf(state.drafts, state.place.threadId ?? null))
  const [asking, setAsking] = useState(false)
  const running = run === 'running' || asking
  const ask = useCallback(() => {
    if (running) return
    setAsking(true)
    const text = draft.text.trim()
    void actions
      .send(threadId)
      .then((sentTo) => {
        if (sentTo === null) return
        actions.showSent(sentTo)
        void actions.keepQuestion(sentTo, text)
      })
      .finally(() => {
        setAsking(false)
      })
  }, [actions, draft.text, running, threadId])
  return { threadId, conversation, running, draft, ask, startOver: actions.newChat }
}
