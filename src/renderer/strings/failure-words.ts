import type { Failure } from '../../contract/failure'

/** What is said about a failure. */
export type Words = {
  /** What happened, to what, and what to do next. */
  readonly sentence: (failure: Failure) => string
  /** The label of the button, for the action that this failure usually comes with. */
  readonly button: string
}

/** What a failure happened to, by its name. */
export const subject = (failure: Failure, otherwise: string): string => failure.subject ?? otherwise
