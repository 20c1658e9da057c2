import { setImmediate } from 'node:timers/promises'
import type { LanguageModelV4 } from '@ai-sdk/provider'
import { z } from 'zod'
import type { Failure } from '../../contract/failure'
import type { Json, JsonObject } from '../../contract/json'
import { keepLibrariesQuiet } from '../platform/quiet-libraries'
import { forAgent } from './agent-model'
import type { ModelMessage } from './history'
import { modelFailureOf } from './model-failure'
import { runEventOf, type RunEvent } from './stream'

/** A tool as the model sees it. Without `execute` a call of it ends the run, and a person decides. */
export type ModelTool = {
  readonly name: string
  readonly description: string
  readonly schema: JsonObject
  readonly execute?: (args: unknown, callId: string) => Promise<Json>
}

/** One run of the agent: from these messages until it has said everything, or something has to wait. */
export type AgentRequest = {
  readonly model: LanguageModelV4
  readonly instructions: string
  readonly messages: readonly ModelMessage[]
  readonly tools: readonly ModelTool[]
  /** Which tools the next request offers. A call of another one is taken all the same. */
  readonly activeTools: () => readonly string[]
  /** Asked after each step: whether the run ends here. */
  readonly shouldStop: () => boolean
  readonly maxSteps: number
  readonly signal: AbortSignal
}

/** What a run hears from the agent. */
export type AgentEvent = Exclude<RunEvent, { kind: 'error' }> | { readonly kind: 'failure'; readonly failure: Failure }

/** Mastra, loaded. */
export type AgentRuntime = { readonly stream: (request: AgentRequest) => AsyncIterable<AgentEvent> }

// Imported in slices, with a turn of the event loop between them, so that no window waits for all of it.
const slices = async () => {
  keepLibrariesQuiet()
  const { noopLogger } = await import('@mastra/core/logger')
  await setImmediate()
  const { createTool } = await import('@mastra/core/tools')
  await setImmediate()
  await import('@mastra/core/llm')
  await setImmediate()
  await import('@mastra/core/processors')
  await setImmediate()
  await import('@mastra/core/workflows')
  await setImmediate()
  const { Agent } = await import('@mastra/core/agent')
  return { noopLogger, createTool, Agent }
}

type Mastra = Awaited<ReturnType<typeof slices>>

const toolsFor = ({ createTool }: Mastra, tools: readonly ModelTool[]) =>
  Object.fromEntries(
    tools.map(({ name, description, schema, execute }) => {
      const shown = { id: name, description, inputSchema: schema }
      if (execute === undefined) return [name, createTool(shown)]
      const run = (args: unknown, context: { readonly agent?: { readonly toolCallId: string } }): Promise<Json> =>
        execute(args, context.agent?.toolCallId ?? '')
      return [name, createTool({ ...shown, execute: run })]
    }),
  )

const nameSchema = z.union([
  z.object({ toolName: z.string() }).transform(({ toolName }) => toolName),
  z.object({ payload: z.object({ toolName: z.string() }) }).transform(({ payload }) => payload.toolName),
])
const stepSchema = z.object({ toolCalls: z.array(nameSchema) })

const toolsCalledIn = (step: unknown): readonly string[] => stepSchema.safeParse(step).data?.toolCalls ?? []

const isUnanswered = (tools: readonly ModelTool[]): ((name: string) => boolean) => {
  const waiting = new Set(tools.filter(({ execute }) => execute === undefined).map(({ name }) => name))
  return (name) => waiting.has(name)
}

const schemasOf = (tools: readonly ModelTool[]): ReadonlyMap<string, JsonObject> =>
  new Map(tools.map(({ name, schema }) => [name, schema]))

const agentFor = (mastra: Mastra, request: AgentRequest, report: (error: unknown) => void) => {
  const agent = new mastra.Agent({
    id: 'onbehalf',
    name: 'onbehalf',
    instructions: request.instructions,
    model: forAgent(request.model, { report, offered: request.activeTools, schemas: schemasOf(request.tools) }),
    tools: toolsFor(mastra, request.tools),
    maxRetries: 0,
  })
  agent.__registerPrimitives({ logger: mastra.noopLogger })
  return agent
}

async function* streamWith(mastra: Mastra, request: AgentRequest): AsyncIterable<AgentEvent> {
  const unanswered = isUnanswered(request.tools)
  let fault: unknown
  const agent = agentFor(mastra, request, (error) => {
    fault = error
  })
  const output = await agent.stream([...request.messages], {
    maxSteps: request.maxSteps,
    abortSignal: request.signal,
    stopWhen: ({ steps }: { readonly steps: readonly unknown[] }) =>
      request.shouldStop() || toolsCalledIn(steps.at(-1)).some(unanswered),
  })
  for await (const chunk of output.fullStream) {
    const event = runEventOf(chunk)
    if (event === null) continue
    yield event.kind === 'error' ? { kind: 'failure', failure: modelFailureOf(fault ?? event.error) } : event
  }
}

/** Makes the loader of the agent's code: the first call loads it, later ones wait for the same. */
export const createAgentLoader = (): (() => Promise<AgentRuntime>) => {
  let loading: Promise<Mastra> | undefined
  return async () => {
    loading ??= slices()
    const mastra = await loading
    return { stream: (request) => streamWith(mastra, request) }
  }
}
