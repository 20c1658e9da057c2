import type { Risk } from '../../contract/conversation'

/** What is known of a call when the model makes it. */
export type CallFacts = {
  readonly risk: Risk
  readonly argumentsValid: boolean
  /** How often the same tool was called with the same arguments in this run, this time included. */
  readonly occurrence: number
}

/** What happens with a call: it runs by itself, a person is asked, or the model is told no. */
export type Decision =
  | { readonly kind: 'run' }
  | { readonly kind: 'ask' }
  | { readonly kind: 'refuse'; readonly reason: 'arguments-invalid' | 'repeated' }

/** How often a run may make the very same call. */
export const mostOccurrences = 3

/** Decides about a call. Only what can do nothing but look runs without a person. */
export const decideCall = (facts: CallFacts): Decision => {
  if (facts.occurrence > mostOccurrences) return { kind: 'refuse', reason: 'repeated' }
  if (!facts.argumentsValid) return { kind: 'refuse', reason: 'arguments-invalid' }
  return facts.risk === 'read' ? { kind: 'run' } : { kind: 'ask' }
}
