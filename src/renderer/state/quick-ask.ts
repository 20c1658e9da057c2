import type { Asked } from '../../contract/asked'
import type { Action } from './action'

/** What the quick-ask window has beside its conversation. */
export type QuickAskState = {
  /** A text from a link that waits to be used or not. */
  readonly offered: Asked | null
  /** The text from a link that was put into the field, and when. */
  readonly used: (Asked & { readonly at: number }) | null
  /** Earlier questions, newest first. */
  readonly questions: readonly string[]
  /** What made room for a link's text: recalled before every question. */
  readonly aside: string | null
  /** Which of them was recalled last; -1 for none. */
  readonly recalled: number
  /** What was in the field before the first was recalled. */
  readonly typed: string
}

/** Before anything was asked. */
export const initialQuickAsk: QuickAskState = {
  offered: null,
  used: null,
  questions: [],
  aside: null,
  recalled: -1,
  typed: '',
}

/** Everything that can be recalled, newest first. */
export const recallable = ({ aside, questions }: QuickAskState): readonly string[] =>
  aside === null ? questions : [aside, ...questions]

/** Whether the field shows a text from a link that nobody has changed since. */
export const isFromLink = (state: QuickAskState, text: string): boolean => state.used?.text === text

/** Which of the earlier questions the field shows, unchanged; -1 for none. */
export const shownQuestion = (state: QuickAskState, text: string): number =>
  recallable(state)[state.recalled] === text ? state.recalled : -1

/** What is in the field, and whether the caret is before all of it. */
export type FieldNow = { readonly text: string; readonly atStart: boolean }

/** A step among the earlier questions: the text that it brings, and where that leaves things. */
export type Recalled = { readonly text: string; readonly recalled: number; readonly typed: string }

const older = (state: QuickAskState, field: FieldNow): Recalled | null => {
  const shown = shownQuestion(state, field.text)
  // In the middle of a text the key moves the caret, as it does everywhere.
  if (shown === -1 && field.text !== '' && !field.atStart) return null
  const text = recallable(state)[shown + 1]
  if (text === undefined) return null
  return { text, recalled: shown + 1, typed: shown === -1 ? field.text : state.typed }
}

const newer = (state: QuickAskState, field: FieldNow): Recalled | null => {
  const shown = shownQuestion(state, field.text)
  if (shown === -1) return null
  const text = shown === 0 ? state.typed : (recallable(state)[shown - 1] ?? '')
  return { text, recalled: shown - 1, typed: state.typed }
}

/** What Up and Down bring into the field, or null where they are the caret's. */
export const recall = (state: QuickAskState, direction: 'older' | 'newer', field: FieldNow): Recalled | null =>
  direction === 'older' ? older(state, field) : newer(state, field)

const used = (state: QuickAskState, { at, aside }: Extract<Action, { type: 'asked-used' }>): QuickAskState =>
  state.offered === null
    ? state
    : {
        ...state,
        offered: null,
        used: { ...state.offered, at },
        aside: aside.trim() === '' ? state.aside : aside,
        recalled: -1,
      }

/** Keeps what links brought and what was asked before. */
export const reduceQuickAsk = (state: QuickAskState, action: Action): QuickAskState => {
  switch (action.type) {
    case 'asked-offered':
      return { ...state, offered: action.asked }
    case 'asked-used':
      return used(state, action)
    case 'asked-dropped':
      return { ...state, offered: null }
    case 'questions-loaded':
      return { ...state, questions: action.questions }
    case 'question-recalled':
      return { ...state, recalled: action.recalled, typed: action.typed }
    case 'draft-sent':
      return { ...state, used: null, recalled: -1 }
    default:
      return state
  }
}
