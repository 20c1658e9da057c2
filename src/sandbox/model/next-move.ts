import { isJsonObject } from '../arguments'
import { PlanEnd, type Plan, type Step, type ToolUse } from './plan'
import type { MadeCall, Outcome } from './turn'

/** The tool that an app with many tools offers to find the others. */
export const finderTool = 'find_tools'

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
  const answered = made.filter(({ tool }) => tool !== finderTool)
  const searches = made.filter(({ tool }) => tool === finderTool)
  try {
    let used = 0
    let turn = plan.next([])
    while (turn.done !== true) {
      const outcomes = outcomesOf(turn.value, answered.slice(used))
      if (outcomes === undefined) return callsFor(turn.value, { answered: answered.slice(used), searches, tools })
      used += turn.value.uses.length
      turn = plan.next(outcomes)
    }
    return { say: turn.value, calls: [] }
  } catch (error) {
    if (error instanceof PlanEnd) return { say: error.message, calls: [] }
    throw error
  }
}

/** Whether a tool as the app names it is this tool of the catalogue; a prefix tells connections apart. */
const isTool = (given: string, wanted: string): boolean => given === wanted || given.endsWith(`__${wanted}`)

/** The outcomes of a step, if all of its calls were made. */
const outcomesOf = (step: Step, made: readonly MadeCall[]): readonly Outcome[] | undefined => {
  const calls = made.slice(0, step.uses.length)
  const complete = step.uses.every(({ tool }, index) => isTool(calls[index]?.tool ?? '', tool))
  return complete ? calls.map(({ outcome }) => outcome) : undefined
}

type Given = {
  readonly answered: readonly MadeCall[]
  readonly searches: readonly MadeCall[]
  readonly tools: readonly string[]
}

const callsFor = (step: Step, { answered, searches, tools }: Given): Move => {
  const missing = step.uses.find(({ tool }) => !tools.some((given) => isTool(given, tool)))
  if (missing !== undefined) return withoutTool(missing.tool, { answered, searches, tools })
  // A call of this step that was made already stays made: only the rest is called.
  const open = step.uses.slice(Math.min(answered.length, step.uses.length))
  const calls = open.map(({ tool, args }) => ({ tool: tools.find((given) => isTool(given, tool)) ?? tool, args }))
  return { say: step.say, calls }
}

const wordsOf = (tool: string): string => tool.replaceAll('_', ' ')

const searchedFor = (search: MadeCall, tool: string): boolean =>
  isJsonObject(search.input) && search.input['query'] === wordsOf(tool)

const withoutTool = (tool: string, { searches, tools }: Given): Move => {
  if (tools.includes(finderTool) && !searches.some((search) => searchedFor(search, tool)))
    return { say: '', calls: [{ tool: finderTool, args: { query: wordsOf(tool) } }] }
  const isMonday = tool.startsWith('monday_')
  const provider = isMonday ? 'Monday.com' : 'Intercom'
  const connected = tools.some((given) => given.includes(isMonday ? 'monday_' : 'intercom_'))
  return {
    say: connected
      ? `${provider} is connected, but it gives this account no tool for that (${wordsOf(tool)}).`
      : `${provider} isn’t connected yet. Open Connections and connect it.`,
    calls: [],
  }
}
