import type { JsonObject } from '../../contract/json'

/**
 * Arguments as the person has changed them. `texts` holds what is typed in a JSON editor and does not parse yet,
 * by argument name ('' is the whole object): while there is one, the call can't be approved.
 */
export type ArgumentsEdit = { readonly args: JsonObject; readonly texts: Readonly<Record<string, string>> }
