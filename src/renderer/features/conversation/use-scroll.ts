import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'

const nearPx = 48

type Following = {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly content: RefObject<HTMLDivElement | null>
  /** Whether the end is in sight, or being followed. */
  readonly atEnd: boolean
  readonly toEnd: () => void
}

const distanceToEnd = (element: HTMLElement): number => element.scrollHeight - element.scrollTop - element.clientHeight

/** Keeps the end of a growing text in sight until the person scrolls up, and again once they are back at the end. */
export const useFollowEnd = (key: string): Following => {
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const following = useRef(true)
  const lastTop = useRef(0)
  const [atEnd, setAtEnd] = useState(true)
  const jump = useCallback(() => {
    const element = scroller.current
    if (element !== null) element.scrollTop = element.scrollHeight
  }, [])
  useLayoutEffect(() => {
    following.current = true
    jump()
  }, [key, jump])
  useEffect(() => {
    const element = scroller.current
    const inner = content.current
    if (element === null || inner === null) return
    const grown = new ResizeObserver(() => {
      if (following.current) jump()
    })
    grown.observe(inner)
    grown.observe(element)
    const onScroll = (): void => {
      // Only going up is the person's doing: everything else is the text growing, or our own jump.
      if (element.scrollTop < lastTop.current - 1) following.current = false
      if (distanceToEnd(element) < nearPx) following.current = true
      lastTop.current = element.scrollTop
      setAtEnd(following.current)
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      grown.disconnect()
      element.removeEventListener('scroll', onScroll)
    }
  }, [jump])
  const toEnd = useCallback(() => {
    following.current = true
    setAtEnd(true)
    jump()
  }, [jump])
  return { scroller, content, atEnd, toEnd }
}

/** Keeps what is being read where it is when `first`, the first row, changes because rows were put before it. */
export const useKeepPlace = (
  scroller: RefObject<HTMLDivElement | null>,
  key: string,
  first: string | undefined,
): void => {
  const before = useRef<{ key: string; first: string | undefined; height: number; top: number } | null>(null)
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const last = before.current
    if (last !== null && last.key === key && last.first !== undefined && last.first !== first) {
      element.scrollTop = last.top + element.scrollHeight - last.height
    }
    const note = (): void => {
      before.current = { key, first, height: element.scrollHeight, top: element.scrollTop }
    }
    note()
    element.addEventListener('scroll', note, { passive: true })
    return () => {
      element.removeEventListener('scroll', note)
    }
  }, [scroller, key, first])
}

/** Calls `onReached` when the element comes into sight. */
export const useReached = (onReached: () => void, enabled: boolean): RefObject<HTMLDivElement | null> => {
  const mark = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = mark.current
    if (element === null || !enabled) return
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) onReached()
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [onReached, enabled])
  return mark
}
