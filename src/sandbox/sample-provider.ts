import { z } from 'zod'
import { jsonObjectSchema, type JsonObject } from '../contract/json'

/** Parses a committed subset of a provider's catalogue. */
export const catalogueSchema = z.array(
  z.object({
    name: z.string(),
    display_name: z.string(),
    description: z.string(),
    input_schema: jsonObjectSchema,
  }),
)

/** A tool as the catalogue describes it. */
export type ToolDefinition = z.infer<typeof catalogueSchema>[number]

/** Why a provider refuses a call. */
export type RefusalKind = 'not-found' | 'forbidden' | 'invalid' | 'rate-limited' | 'unauthorized'

/** A provider's refusal: nothing was done. Thrown by tools, turned into a TOOL_ERROR at the wire. */
export class ToolRefusal extends Error {
  override readonly name = 'ToolRefusal'
  readonly kind: RefusalKind

  constructor(kind: RefusalKind, message: string) {
    super(message)
    this.kind = kind
  }
}

/** One call of a tool by one person. */
export type SampleCall = { readonly identifier: string; readonly tool: string; readonly args: JsonObject }

/** A sample provider: the tools it has and what they do for a person. */
export type SampleProvider = {
  readonly tools: () => readonly ToolDefinition[]
  /** Runs a tool; throws `ToolRefusal` when the provider refuses. */
  readonly execute: (call: SampleCall) => JsonObject
}
