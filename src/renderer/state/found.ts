import type { Action } from './action'
import type { FoundMessage } from './found-message'

/** Keeps what was found in sight until the person does something else. */
export const reduceFound = (found: FoundMessage | null, action: Action): FoundMessage | null => {
  if (action.type === 'found') return action.found
  return action.type === 'navigated' || action.type === 'found-forgotten' ? null : found
}
