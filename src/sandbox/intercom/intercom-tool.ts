import type { JsonObject } from '../../contract/json'
import type { IntercomView } from './access'

/** What a tool does, for the admin whose view it is given. Throws `ToolRefusal`. */
export type IntercomTool = (call: { readonly view: IntercomView; readonly args: JsonObject }) => JsonObject
