import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { Message } from '../../../contract/conversation'

type Sought = { readonly callId: string; readonly then: (card: HTMLElement) => void }

/** Does something with the card of a call that waits, as soon as its row is there. */
export type WithCard = (callId: string, then: (card: HTMLElement) => void) => void

const cardIn = (content: HTMLElement | null, callId: string): HTMLElement | null =>
  content?.querySelector<HTMLElement>(`[data-pending-call="${CSS.escape(callId)}"]`) ?? null

const messageWith = (messages: readonly Message[], callId: string): string | undefined =>
  messages.find(({ parts }) => parts.some((part) => part.kind === 'tool-call' && part.call.id === callId))?.id

/** Finds cards anywhere in a conversation; `row` is the message that has to be in the page for it. */
export const useCardInRow = (
  content: RefObject<HTMLElement | null>,
  messages: readonly Message[],
): { readonly withCard: WithCard; readonly row: string | undefined } => {
  const [sought, setSought] = useState<Sought | null>(null)
  const found = useRef<Sought>(null)
  const withCard = useCallback<WithCard>(
    (callId, then) => {
      const card = cardIn(content.current, callId)
      if (card === null) setSought({ callId, then })
      else then(card)
    },
    [content],
  )
  useLayoutEffect(() => {
    if (sought === null || found.current === sought) return
    const card = cardIn(content.current, sought.callId)
    if (card === null) return
    found.current = sought
    sought.then(card)
  })
  return { withCard, row: sought === null ? undefined : messageWith(messages, sought.callId) }
}
