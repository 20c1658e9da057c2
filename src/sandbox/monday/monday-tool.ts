import type { JsonObject } from '../../contract/json'
import type { MondayView } from './access'

/** What a tool does, for the user whose view it is given. Throws `ToolRefusal`. */
export type MondayTool = (call: { readonly view: MondayView; readonly args: JsonObject }) => JsonObject
