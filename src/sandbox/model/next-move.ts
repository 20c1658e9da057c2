import { isDeepStrictEqual } from 'node:util'
import { isJsonObject } from '../arguments'
import { PlanEnd, type Plan, type Step, type ToolUse } from './plan'
import type { MadeCall } from './turn'

/** The tool that an app with many tools offers to find the others. */
const finderTool = 'find_tools'

/** The tool with which an app lets the model ask for an account that is not connected. */
const connectTool = 'connect_account'

/** What the model does next: say something, and perhaps call tools under the names they were given to it. */
export type Move = { readonly say: string; readonly calls: readonly ToolUse[] }

/** What a move is decided from. */
export type Situation = {
  readonly plan: Plan
  readonly made: readonly MadeCall[]
  readonly tools: readonly string[]
}

/** Follows a plan through the calls that were made already, and says what comes next. */
export const nextMove = ({ plan, made, tools }: Situation): Move => {
  const unused = made.filter(({ tool }) => tool !== finderTool && tool !== connectTool)
  const searches = made.filter(({ tool }) => tool === finderTool)
  const connects = made.filter(({ tool }) => tool === connectTool)
  try {
    let turn = plan.next([])
    while (turn.done !== true) {
      const calls = turn.value.uses.map((use) => takeCall(unused, use))
      const open = turn.value.uses.filter((_use, index) => calls[index] === undefined)
      if (open.length > 0) return callsFor({ say: turn.value.say, uses: open }, { searches, connects, tools })
      turn = plan.next(calls.map((call) => call?.outcome ?? { kind: 'open' }))
    }
    return { say: turn.value, calls: [] }
  } catch (error) {
    if (error instanceof PlanEnd) return { say: error.message, calls: [] }
    throw error
  }
}

/** Whether a tool as the app names it is this tool of the catalogue; a prefix tells connections apart. */
const isTool = (given: string, wanted: string): boolean => given === wanted || given.endsWith(`__${wanted}`)

/** Takes out the call that was made for a use: with the same arguments, else with those a person changed. */
const takeCall = (unused: MadeCall[], { tool, args }: ToolUse): MadeCall | undefined => {
  const same = unused.findIndex((call) => isTool(call.tool, tool) && isDeepStrictEqual(call.input, args))
  const index = same >= 0 ? same : unused.findIndex((call) => isTool(call.tool, tool))
  return index < 0 ? undefined : unused.splice(index, 1)[0]
}

type Given = {
  readonly searches: readonly MadeCall[]
  readonly connects: readonly MadeCall[]
  readonly tools: readonly string[]
}

const callsFor = ({ say, uses }: Step, given: Given): Move => {
  const { tools } = given
  const missing = uses.find(({ tool }) => !tools.some((name) => isTool(name, tool)))
  if (missing !== undefined) return withoutTool(missing.tool, given)
  return {
    say,
    calls: uses.map(({ tool, args }) => ({ tool: tools.find((name) => isTool(name, tool)) ?? tool, args })),
  }
}

const wordsOf = (tool: string): string => tool.replaceAll('_', ' ')

const searchedFor = (search: MadeCall, tool: string): boolean =>
  isJsonObject(search.input) && search.input['query'] === wordsOf(tool)

const askedToConnect = (call: MadeCall, provider: string): boolean =>
  isJsonObject(call.input) && call.input['connection'] === provider

const connectFirst = (provider: string, { connects, tools }: Given): Move | undefined =>
  tools.includes(connectTool) && !connects.some((call) => askedToConnect(call, provider))
    ? {
        say: `This needs your ${provider} account.`,
        calls: [{ tool: connectTool, args: { connection: provider } }],
      }
    : undefined

const withoutTool = (tool: string, given: Given): Move => {
  const { searches, tools } = given
  if (tools.includes(finderTool) && !searches.some((search) => searchedFor(search, tool)))
    return { say: '', calls: [{ tool: finderTool, args: { query: wordsOf(tool) } }] }
  const isMonday = tool.startsWith('monday_')
  const provider = isMonday ? 'Monday.com' : 'Intercom'
  const connected = tools.some((name) => name.includes(isMonday ? 'monday_' : 'intercom_'))
  const connecting = connected ? undefined : connectFirst(provider, given)
  if (connecting !== undefined) return connecting
  return {
    say: connected
      ? `${provider} is connected, but it gives this account no tool for that (${wordsOf(tool)}).`
      : `${provider} isn’t connected yet. Open Connections and connect it.`,
    calls: [],
  }
}
