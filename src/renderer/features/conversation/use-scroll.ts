import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { holdStill } from './hold-still'
import { keepPlace, type KeptPlace } from './keep-place'

const nearPx = 48

type Following = {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly content: RefObject<HTMLDivElement | null>
  /** Whether the end is in sight, or being followed. */
  readonly atEnd: boolean
  readonly toEnd: () => void
  /** Brings a row into sight, and stays there. */
  readonly show: (row: HTMLElement) => void
  /** Keeps a card that waits in its place when what is above it shrinks. */
  readonly keep: (card: HTMLElement) => void
}

const distanceToEnd = (element: HTMLElement): number => element.scrollHeight - element.scrollTop - element.clientHeight

/**
 * Keeps the end of a growing text in sight until the person scrolls up, and again once they are back at the end.
 * When rows are put before `first`, the first row, what is being read keeps its place.
 */
export const useFollowEnd = (key: string, first: string | undefined): Following => {
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const following = useRef(true)
  const lastTop = useRef(0)
  const toBottom = useRef(0)
  const shown = useRef({ key, first })
  const place = useRef<KeptPlace>(null)
  const [atEnd, setAtEnd] = useState(true)
  const jump = useCallback(() => {
    const element = scroller.current
    if (element !== null) element.scrollTop = element.scrollHeight
  }, [])
  useLayoutEffect(() => {
    following.current = true
    jump()
  }, [key, jump])
  useLayoutEffect(() => {
    const element = scroller.current
    const before = shown.current
    shown.current = { key, first }
    if (element === null || before.key !== key || before.first === undefined || before.first === first) return
    // Anywhere but at the very top the browser keeps the place, without stopping a wheel that still turns.
    if (!following.current && element.scrollTop === 0) element.scrollTop = element.scrollHeight - toBottom.current
  }, [key, first])
  useEffect(() => {
    const element = scroller.current
    const inner = content.current
    if (element === null || inner === null) return
    const hold = holdStill(element, () => {
      if (following.current) jump()
    })
    const grown = new ResizeObserver(() => {
      if (place.current?.restore() === true) return
      if (following.current && !hold.isHeld()) jump()
    })
    grown.observe(inner)
    grown.observe(element)
    const onScroll = (): void => {
      place.current?.remember()
      // Only going up is the person's doing: everything else is the text growing, or our own jump.
      if (element.scrollTop < lastTop.current - 1) following.current = false
      if (distanceToEnd(element) < nearPx) following.current = true
      lastTop.current = element.scrollTop
      toBottom.current = element.scrollHeight - element.scrollTop
      setAtEnd(following.current)
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      grown.disconnect()
      hold.release()
      element.removeEventListener('scroll', onScroll)
    }
  }, [jump])
  const toEnd = useCallback(() => {
    following.current = true
    setAtEnd(true)
    jump()
  }, [jump])
  const show = useCallback((row: HTMLElement) => {
    following.current = false
    row.scrollIntoView({ block: 'center' })
    row.focus({ preventScroll: true })
  }, [])
  const keep = useCallback((card: HTMLElement) => {
    if (scroller.current !== null) place.current = keepPlace(scroller.current, card)
  }, [])
  return { scroller, content, atEnd, toEnd, show, keep }
}

type Reaching = { readonly scroller: RefObject<HTMLElement | null>; readonly enabled: boolean }

/** Calls `onReached` before the element is scrolled into sight: when it is two windows away. */
export const useReached = (
  onReached: () => void,
  { scroller, enabled }: Reaching,
): RefObject<HTMLDivElement | null> => {
  const mark = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = mark.current
    if (element === null || !enabled) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) onReached()
      },
      { root: scroller.current, rootMargin: '200% 0px 0px 0px' },
    )
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [onReached, scroller, enabled])
  return mark
}
