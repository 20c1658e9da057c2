import type { Json, JsonObject } from '../../contract/json'
import { withHiddenNamed } from '../../contract/plain/hidden-characters'
import { boundJson } from './bounded-json'
import type { ModelTool } from './agent'
import { modelDescription, type CatalogTool } from './tool-catalog'
import { createToolSearch } from './tool-search'

/** No request offers more tools than this. */
export const mostAtOnce = 40
/** How many bytes of tools a run's first request may carry; a model whose tools fit gets all of them. */
export const firstRoom = 8000
/** How many once the model has searched: what it found comes with the whole of its schemas. */
export const searchedRoom = 32_000

const mostFound = 8
/** What the model calls the tool that finds others. */
export const findTools = 'find_tools'

const sizeOf = (name: string, description: string, schema: JsonObject): number =>
  // A little more than the JSON around them in a request.
  Buffer.byteLength(JSON.stringify([name, description, schema])) + 90

const sizeOfTool = (tool: CatalogTool): number =>
  sizeOf(tool.modelName, modelDescription(tool), tool.record.inputSchema)

/** What other tools of ours take of a request. */
export type Reserved = { readonly count: number; readonly bytes: number }

/** What a tool of ours takes of a request. */
export const reservedFor = (tool: ModelTool | null): Reserved =>
  tool === null ? { count: 0, bytes: 0 } : { count: 1, bytes: sizeOf(tool.name, tool.description, tool.schema) }

const thatFit = (tools: readonly CatalogTool[], room: number, { count, bytes }: Reserved): readonly string[] => {
  let left = room - findToolsSize - bytes
  const kept = new Set<string>()
  for (const tool of tools) {
    if (kept.size === mostAtOnce - 1 - count) break
    const size = sizeOfTool(tool)
    if (kept.has(tool.modelName) || size > left) continue
    left -= size
    kept.add(tool.modelName)
  }
  return [...kept]
}

/** Which of the tools the model sees, step by step. */
export type ToolSelection = {
  /** Names for the next request. */
  readonly active: () => readonly string[]
  /** Our own search tool; null when the model has every tool anyway. */
  readonly finder: ModelTool | null
  /** What the thread should remember: newest first. */
  readonly found: () => readonly string[]
}

const findToolsSchema: JsonObject = {
  type: 'object',
  properties: {
    query: { type: 'string', description: 'What the tool should do, in a few English words, e.g. "create board item"' },
  },
  required: ['query'],
  additionalProperties: false,
}

const findToolsDescription =
  'Finds more tools of the connected accounts by what they do. What it finds can be called in the next step.'
const findToolsSize = sizeOf(findTools, findToolsDescription, findToolsSchema)

const queryOf = (args: unknown): string =>
  typeof args === 'object' && args !== null && 'query' in args && typeof args.query === 'string' ? args.query : ''

const allFit = (tools: readonly CatalogTool[], { count, bytes }: Reserved): boolean =>
  tools.length <= mostAtOnce - count && tools.reduce((size, tool) => size + sizeOfTool(tool), bytes) <= firstRoom

const everything = (tools: readonly CatalogTool[]): ToolSelection => {
  const names = tools.map(({ modelName }) => modelName)
  return { active: () => names, finder: null, found: () => [] }
}

/**
 * Chooses tools for a run. Few and small ones: all. Else what this thread used or found before, what the person's
 * words point at, and a tool to find the others with, so that a request stays small and inside the model's limit.
 */
export const selectTools = (
  tools: readonly CatalogTool[],
  known: { readonly remembered: readonly string[]; readonly text: string; readonly reserved?: Reserved },
): ToolSelection => {
  const reserved = known.reserved ?? reservedFor(null)
  if (allFit(tools, reserved)) return everything(tools)
  const search = createToolSearch(tools)
  const byName = new Map(tools.map((tool) => [tool.modelName, tool]))
  const remembered = known.remembered.flatMap((name) => byName.get(name) ?? [])
  const hinted = search(known.text, mostFound)
  let found: readonly CatalogTool[] = remembered
  let searched: readonly CatalogTool[] = []
  const finder: ModelTool = {
    name: findTools,
    description: findToolsDescription,
    schema: findToolsSchema,
    execute: (args): Promise<Json> => {
      const results = search(queryOf(args), mostFound)
      searched = results
      found = [...new Set([...results, ...found])].slice(0, mostAtOnce)
      const shown = results.map((tool) => ({
        name: tool.modelName,
        description: withHiddenNamed(modelDescription(tool).slice(0, 200)),
      }))
      return Promise.resolve(
        boundJson({ untrusted: true, tools: shown, note: shown.length === 0 ? 'Nothing fits.' : '' }, 4000).value,
      )
    },
  }
  return {
    // What was searched for last comes first: it is what the model is about to call. Then what the thread is about.
    active: () => [
      findTools,
      ...thatFit(
        [...searched, ...remembered.slice(0, mostFound), ...hinted, ...found],
        searched.length === 0 ? firstRoom : searchedRoom,
        reserved,
      ),
    ],
    finder,
    found: () => found.map(({ modelName }) => modelName),
  }
}
