import type { Action } from './action'
import type { ResultChoice } from './result-choice'

/** What was chosen in this window, by tool. */
export type ResultChoices = Readonly<Record<string, ResultChoice>>

/** Keeps what a person chose for the results of a tool. */
export const reduceResultChoices = (choices: ResultChoices, action: Action): ResultChoices =>
  action.type === 'result-chosen'
    ? { ...choices, [action.tool]: { ...choices[action.tool], ...action.choice } }
    : choices
