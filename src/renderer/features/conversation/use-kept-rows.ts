import { useEffect, useState, type RefObject } from 'react'

const mostKept = 12

const rowOf = (target: EventTarget | null): string | undefined =>
  target instanceof Element ? (target.closest('[data-message]')?.getAttribute('data-message') ?? undefined) : undefined

const touches = ['focusin', 'pointerdown', 'toggle'] as const

/**
 * The messages that the person last had a hand on: the focus, what they opened and where a selection began would be
 * gone if their rows were.
 */
export const useTouchedRows = (content: RefObject<HTMLElement | null>): readonly string[] => {
  const [touched, setTouched] = useState<readonly string[]>([])
  useEffect(() => {
    const element = content.current
    if (element === null) return
    const onTouch = ({ target }: Event): void => {
      const id = rowOf(target)
      if (id === undefined) return
      setTouched((before) =>
        before.at(-1) === id ? before : [...before.filter((other) => other !== id), id].slice(-mostKept),
      )
    }
    for (const touch of touches) element.addEventListener(touch, onTouch, true)
    return () => {
      for (const touch of touches) element.removeEventListener(touch, onTouch, true)
    }
  }, [content])
  return touched
}
