import type { JsonObject } from '../contract/json'
import { createArgumentsCheck, type CheckArguments } from './arguments'
import type { JsonFile } from './json-file'
import {
  catalogueSchema,
  ToolRefusal,
  type SampleCall,
  type SampleProvider,
  type ToolDefinition,
} from './sample-provider'

/** What a sample provider is made of. Nothing is read or compiled before the first use. */
export type ProviderParts<State> = {
  readonly catalogue: unknown
  readonly open: () => JsonFile<State>
  /** Runs a tool on the state; `undefined` when the provider has no such tool. */
  readonly run: (call: SampleCall, state: State) => JsonObject | undefined
}

type Opened<State> = { readonly file: JsonFile<State>; readonly check: CheckArguments }

/** Makes a sample provider: checks arguments, runs the tool, writes the state down. */
export const createProvider = <State>(parts: ProviderParts<State>): SampleProvider => {
  let definitions: readonly ToolDefinition[] | undefined
  let opened: Opened<State> | undefined
  const tools = (): readonly ToolDefinition[] => (definitions ??= catalogueSchema.parse(parts.catalogue))
  const execute = (call: SampleCall): JsonObject => {
    opened ??= { file: parts.open(), check: createArgumentsCheck() }
    const definition = tools().find(({ name }) => name === call.tool)
    if (definition === undefined) throw new ToolRefusal('not-found', `There is no tool ${call.tool}`)
    opened.check(definition, call.args)
    const before = JSON.stringify(opened.file.content)
    const result = parts.run(call, opened.file.content)
    if (result === undefined) throw new ToolRefusal('not-found', `There is no tool ${call.tool}`)
    if (JSON.stringify(opened.file.content) !== before) opened.file.save()
    return result
  }
  return { tools, execute }
}
