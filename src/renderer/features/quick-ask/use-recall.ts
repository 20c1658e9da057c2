import { useEffect, type KeyboardEvent } from 'react'
import { useActions, useAppState } from '../../app/use-app'
import type { DraftOwner } from '../../state/action'
import { recall } from '../../state/quick-ask'

const directions: Readonly<Record<string, 'older' | 'newer'>> = { ArrowUp: 'older', ArrowDown: 'newer' }

/** Up and Down through what was asked before; returns what the field does with a key. */
export const useRecall = (owner: DraftOwner): ((event: KeyboardEvent<HTMLTextAreaElement>) => void) => {
  const actions = useActions()
  const state = useAppState(({ quickAsk }) => quickAsk)
  const person = useAppState(({ owner: present }) => present)
  const threads = useAppState(({ threads: { items } }) => items.length)
  // With a thread go its questions: what is left is read again.
  useEffect(() => {
    if (person !== null) void actions.loadQuestions()
  }, [actions, person, threads])
  return (event) => {
    const direction = directions[event.key]
    if (direction === undefined || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return
    const { value, selectionStart, selectionEnd } = event.currentTarget
    const found = recall(state, direction, { text: value, atStart: selectionStart === 0 && selectionEnd === 0 })
    if (found === null) return
    event.preventDefault()
    actions.recallQuestion(owner, found)
  }
}
