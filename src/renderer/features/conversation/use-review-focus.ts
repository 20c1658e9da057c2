import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { Approvals } from '../../state/approvals'
import { approvalOf } from '../../state/approvals'
import { neighbour, nextAfter } from '../../state/pending-calls'
import type { WithCard } from './use-card-in-row'

/** Where the cards are, and where the person goes on when none is left. */
export type ReviewPlaces = {
  readonly log: RefObject<HTMLDivElement | null>
  readonly input: RefObject<HTMLTextAreaElement | null>
  readonly withCard: WithCard
  readonly show: (card: HTMLElement) => void
  /** Keeps a card in its place when what is above it shrinks. */
  readonly keep: (card: HTMLElement) => void
}

const isInSight = (card: HTMLElement, log: HTMLElement): boolean => {
  const inner = card.getBoundingClientRect()
  const outer = log.getBoundingClientRect()
  return inner.top >= outer.top && inner.top < outer.bottom - 48
}

const currentId = (): string | undefined =>
  document.activeElement?.closest('[data-pending-call]')?.getAttribute('data-pending-call') ?? undefined

// A hand on the mouse is over something: nothing moves under it. A hand on the keyboard has to see where it is.
const useLastHand = (): RefObject<'pointer' | 'keyboard'> => {
  const hand = useRef<'pointer' | 'keyboard'>('keyboard')
  useEffect(() => {
    const onPointer = (): void => {
      hand.current = 'pointer'
    }
    const onKey = (): void => {
      hand.current = 'keyboard'
    }
    addEventListener('pointerdown', onPointer, true)
    addEventListener('keydown', onKey, true)
    return () => {
      removeEventListener('pointerdown', onPointer, true)
      removeEventListener('keydown', onKey, true)
    }
  }, [])
  return hand
}

/** After each decision taken in this window the focus goes to the next card that waits, or to the message box. */
export const useFocusAfterDecision = (
  waiting: readonly string[],
  approvals: Approvals,
  { log, input, withCard, show, keep }: ReviewPlaces,
): void => {
  const hand = useLastHand()
  const before = useRef(waiting)
  useLayoutEffect(() => {
    const was = before.current
    before.current = waiting
    const decided = new Set(was.filter((id) => !waiting.includes(id) && approvalOf(approvals, id).deciding))
    if (decided.size === 0) return
    const next = nextAfter(was, decided, waiting)
    if (next === undefined) {
      input.current?.focus({ preventScroll: true })
      return
    }
    withCard(next, (card) => {
      if (hand.current === 'keyboard' && log.current !== null && !isInSight(card, log.current)) show(card)
      else card.focus({ preventScroll: true })
      keep(card)
    })
  }, [waiting, approvals, log, input, withCard, show, keep, hand])
}

const isAltOnly = ({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  altKey && !ctrlKey && !metaKey && !shiftKey

// There the same keys do something already.
const usesArrows = (target: EventTarget | null): boolean =>
  target instanceof HTMLSelectElement || (target instanceof HTMLTextAreaElement && target.value !== '')

const stepOf = (event: KeyboardEvent): 1 | -1 | null => {
  if (!isAltOnly(event)) return null
  if (usesArrows(event.target)) return null
  if (event.key === 'ArrowDown') return 1
  return event.key === 'ArrowUp' ? -1 : null
}

/** Goes from card to card: by what is returned, and by Alt with the arrows anywhere in the chat. */
export const useStepping = (
  waiting: readonly string[],
  { withCard, show }: Pick<ReviewPlaces, 'withCard' | 'show'>,
): ((step: 1 | -1) => void) => {
  const last = useRef<string>(undefined)
  const go = useCallback(
    (step: 1 | -1): void => {
      const id = neighbour(waiting, currentId() ?? last.current, step)
      if (id === undefined) return
      last.current = id
      withCard(id, show)
    },
    [waiting, withCard, show],
  )
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const step = stepOf(event)
      if (step === null || waiting.length === 0) return
      event.preventDefault()
      go(step)
    }
    addEventListener('keydown', onKey)
    return () => {
      removeEventListener('keydown', onKey)
    }
  }, [waiting, go])
  return go
}
