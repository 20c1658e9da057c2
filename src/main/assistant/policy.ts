import type { Risk } from '../../contract/conversation'

/** What is known of a call when the model makes it. */
export type CallFacts = {
  readonly risk: Risk
  readonly argumentsValid: boolean
  /** How often the same tool was called with the same arguments in this run, this time included. */
  readonly occurrence: number
  /** How often the same tool was called in this run, whatever the arguments, this time included. */
  readonly ofTool: number
  /** A standing permission covers it. */
  readonly granted: boolean
  /** The model had read text by other people, which may have talked it into this. */
  readonly thirdParty: boolean
}

/** What happens with a call: it runs by itself, a person is asked, or the model is told no. */
export type Decision =
  | { readonly kind: 'run' }
  | { readonly kind: 'granted' }
  | { readonly kind: 'ask' }
  | { readonly kind: 'refuse'; readonly reason: 'arguments-invalid' | 'repeated' | 'tool-unknown' }

/** How often a run may make the very same call. */
export const mostOccurrences = 3
/** How often a run may call one tool, whatever the arguments. */
export const mostOfOneTool = 40

/**
 * Decides about a call. Only what can do nothing but look runs without a person, and what a person permitted for
 * a while, unless others' words may be behind it.
 */
export const decideCall = (facts: CallFacts): Decision => {
  if (facts.occurrence > mostOccurrences || facts.ofTool > mostOfOneTool) return { kind: 'refuse', reason: 'repeated' }
  if (!facts.argumentsValid) return { kind: 'refuse', reason: 'arguments-invalid' }
  if (facts.risk === 'read') return { kind: 'run' }
  return facts.granted && !facts.thirdParty ? { kind: 'granted' } : { kind: 'ask' }
}
