import { describe, expect, it } from 'vitest'
import {
  initialQuickAsk,
  isFromLink,
  recall,
  reduceQuickAsk,
  shownQuestion,
  type QuickAskState,
} from '../../../src/renderer/state/quick-ask'

const asked: QuickAskState = { ...initialQuickAsk, questions: ['third', 'second', 'first'] }

/** Presses the keys one after the other, each where the last one left things. */
const press = (keys: string, text: string, atStart = false): string => {
  let state = asked
  let shown = text
  for (const key of keys) {
    const found = recall(state, key === '^' ? 'older' : 'newer', { text: shown, atStart })
    if (found === null) continue
    state = reduceQuickAsk(state, { type: 'question-recalled', ...found })
    shown = found.text
  }
  return shown
}

describe('earlier questions', () => {
  it('come back with Up, one by one, and stay at the oldest', () => {
    expect(press('^', '')).toBe('third')
    expect(press('^^', '')).toBe('second')
    expect(press('^^^^^', '')).toBe('first')
  })

  it('go with Down, until what was typed is there again', () => {
    expect(press('^^v', '')).toBe('third')
    expect(press('^^vv', 'half a', true)).toBe('half a')
    expect(press('v', '')).toBe('')
  })

  it('leave the keys to the caret in the middle of a text', () => {
    expect(press('^', 'half a thought')).toBe('half a thought')
    expect(press('^', 'half a thought', true)).toBe('third')
  })

  it('that were changed are a text like any other', () => {
    const state = { ...asked, recalled: 1 }
    expect(shownQuestion(state, 'second')).toBe(1)
    expect(shownQuestion(state, 'second!')).toBe(-1)
    expect(recall(state, 'newer', { text: 'second!', atStart: false })).toBeNull()
  })

  it('begin with what made room for the text of a link', () => {
    const offered = reduceQuickAsk(asked, { type: 'asked-offered', asked: { text: 'from a page', removed: 0 } })
    const used = reduceQuickAsk(offered, { type: 'asked-used', at: 5, aside: 'half a thought' })
    expect(recall(used, 'older', { text: 'from a page', atStart: true })?.text).toBe('half a thought')
    expect(recall(used, 'older', { text: '', atStart: true })?.text).toBe('half a thought')
  })
})

describe('the text of a link', () => {
  const offered = reduceQuickAsk(initialQuickAsk, {
    type: 'asked-offered',
    asked: { text: 'List my boards', removed: 2 },
  })
  const used = reduceQuickAsk(offered, { type: 'asked-used', at: 5, aside: '' })

  it('is an offer until it is used', () => {
    expect(offered.offered?.text).toBe('List my boards')
    expect(used).toMatchObject({ offered: null, used: { text: 'List my boards', removed: 2, at: 5 }, aside: null })
  })

  it('is marked until it is changed, and no longer once it was sent', () => {
    expect(isFromLink(used, 'List my boards')).toBe(true)
    expect(isFromLink(used, 'List my board')).toBe(false)
    const sent = reduceQuickAsk(used, { type: 'draft-sent', owner: null, text: 'List my boards' })
    expect(isFromLink(sent, 'List my boards')).toBe(false)
  })

  it('can be turned down', () => {
    expect(reduceQuickAsk(offered, { type: 'asked-dropped' }).offered).toBeNull()
  })
})
