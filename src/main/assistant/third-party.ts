import type { JsonObject } from '../../contract/json'
import type { ThirdParty } from '../../contract/trust'
import type { Owner } from '../identity/identifier'

/** Text by other people that reached the model in a thread. */
export type ThirdPartyText = {
  /** What the model had read by others before a call with these arguments; null: nothing. */
  readonly before: (owner: Owner, threadId: string, args: JsonObject) => ThirdParty | null
}

/** Makes the watch over text by other people. */
export const createThirdPartyText = (): ThirdPartyText => ({ before: () => null })
