import { useEffect, type RefObject } from 'react'
import { useActions, useAppState } from '../../app/use-app'
import { placesOf } from './found-words'

// As `found-words.css` names it.
const name = 'found-words'

const rangesIn = (row: Element, words: readonly string[]): readonly Range[] => {
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT)
  const ranges: Range[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (const [start, end] of placesOf(words, node.textContent ?? '')) {
      const range = new Range()
      range.setStart(node, start)
      range.setEnd(node, end)
      ranges.push(range)
    }
  }
  return ranges
}

const modifiers = new Set(['Control', 'Alt', 'Shift', 'Meta', 'AltGraph'])

/**
 * Sets the words apart by which the message in sight was found, until the person does something else. Nothing in the
 * page changes for it: https://drafts.csswg.org/css-highlight-api-1/
 */
export const useFoundWords = (content: RefObject<HTMLElement | null>): void => {
  const actions = useActions()
  const found = useAppState((state) => state.found)
  useEffect(() => {
    const log = content.current
    if (found === null || log === null) return undefined
    const mark = (): void => {
      const row = log.querySelector(`[data-message="${CSS.escape(found.messageId)}"]`)
      CSS.highlights.set(name, new Highlight(...(row === null ? [] : rangesIn(row, found.words))))
    }
    mark()
    // Older messages and formatted text come a moment later.
    const observer = new MutationObserver(mark)
    observer.observe(log, { subtree: true, childList: true, characterData: true })
    const forget = (event: Event): void => {
      if (!(event instanceof KeyboardEvent) || !modifiers.has(event.key)) actions.forgetFound()
    }
    // In the first phase, so that the key which led here is not taken for the next one.
    addEventListener('keydown', forget, true)
    addEventListener('pointerdown', forget, true)
    return () => {
      observer.disconnect()
      removeEventListener('keydown', forget, true)
      removeEventListener('pointerdown', forget, true)
      CSS.highlights.delete(name)
    }
  }, [actions, content, found])
}
