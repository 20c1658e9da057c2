import type { LanguageModelV4, LanguageModelV4FinishReason, LanguageModelV4StreamPart } from '@ai-sdk/provider'
import type { JsonObject } from '../../contract/json'

type KnownReason = Exclude<LanguageModelV4FinishReason['unified'], 'interrupted'>

const knownReason = ({
  unified,
  raw,
}: LanguageModelV4FinishReason): { unified: KnownReason; raw: string | undefined } => ({
  unified: unified === 'interrupted' ? 'other' : unified,
  raw,
})

type KnownPart =
  | Exclude<LanguageModelV4StreamPart, { type: 'finish' | 'ping' }>
  | (Extract<LanguageModelV4StreamPart, { type: 'finish' }> & { finishReason: { unified: KnownReason } })

const knownPart = (part: LanguageModelV4StreamPart): KnownPart | null => {
  if (part.type === 'ping') return null
  return part.type === 'finish' ? { ...part, finishReason: knownReason(part.finishReason) } : part
}

/** Stands in for whatever a provider's client throws. SECURITY: the original can hold the key and whole requests. */
class ModelFault extends Error {
  override readonly name = 'ModelFault'
}

type Guard = (error: unknown) => Error

type CallOptions = Parameters<LanguageModelV4['doStream']>[0]

const guardFor =
  (report: (error: unknown) => void, { abortSignal }: CallOptions): Guard =>
  (error) => {
    // An abort is no fault, and the agent library has to recognise it.
    if (abortSignal?.aborted === true) return error instanceof Error ? error : new Error('aborted')
    report(error)
    return new ModelFault('The model failed')
  }

const cleaned = (part: KnownPart, guard: Guard): KnownPart =>
  part.type === 'error' ? { type: 'error', error: guard(part.error) } : part

type Reader = ReadableStreamDefaultReader<LanguageModelV4StreamPart>

async function* partsOf(reader: Reader, guard: Guard): AsyncGenerator<KnownPart> {
  try {
    for (;;) {
      const step = await reader.read()
      if (step.done) return
      const part = knownPart(step.value)
      if (part !== null) yield cleaned(part, guard)
    }
  } catch (error) {
    yield { type: 'error', error: guard(error) }
  }
}

const streamOf = (reader: Reader, guard: Guard): ReadableStream<KnownPart> => {
  const parts = partsOf(reader, guard)
  return new ReadableStream({
    pull: async (controller) => {
      const step = await parts.next()
      if (step.done === true) controller.close()
      else controller.enqueue(step.value)
    },
    // When the agent library turns away in the middle, the provider is told to stop.
    cancel: (reason) => reader.cancel(reason),
  })
}

type Generated = Awaited<ReturnType<LanguageModelV4['doGenerate']>>
type Streamed = Awaited<ReturnType<LanguageModelV4['doStream']>>

/** A model in the agent library's own copy of the specification. */
export type AgentModel = Pick<LanguageModelV4, 'specificationVersion' | 'provider' | 'modelId' | 'supportedUrls'> & {
  readonly doGenerate: (
    options: CallOptions,
  ) => Promise<Omit<Generated, 'finishReason'> & { finishReason: ReturnType<typeof knownReason> }>
  readonly doStream: (options: CallOptions) => Promise<Omit<Streamed, 'stream'> & { stream: ReadableStream<KnownPart> }>
}

const guarded = async <T>(work: PromiseLike<T>, guard: Guard): Promise<T> => {
  try {
    return await work
  } catch (error) {
    throw guard(error)
  }
}

/** What is done to what goes between the agent library and the model. */
export type BetweenAgentAndModel = {
  /** Gets the errors that the agent library doesn't. */
  readonly report: (error: unknown) => void
  /** The tools that the next request offers. */
  readonly offered: () => readonly string[]
  /** The schema of every tool there is, by its name. */
  readonly schemas: ReadonlyMap<string, JsonObject>
}

const noSuchTool = {
  type: 'json',
  value: {
    error: 'There is no tool of this name. Call only tools that are offered, by their exact names, or search for one.',
    code: 'tool-unknown',
  },
} as const

type Message = CallOptions['prompt'][number]

// The agent library would answer with the names of all tools, which are too many.
const answered = (message: Message, known: ReadonlyMap<string, unknown>): Message =>
  message.role !== 'tool'
    ? message
    : {
        ...message,
        content: message.content.map((part) =>
          part.type === 'tool-result' && !known.has(part.toolName) && part.output.type.startsWith('error')
            ? { ...part, output: noSuchTool }
            : part,
        ),
      }

type Tool = NonNullable<CallOptions['tools']>[number]

// The agent library closes objects that a provider left open, and what belongs into those could then not be filled in.
const withOwnSchema = (tool: Tool, schemas: ReadonlyMap<string, JsonObject>): Tool => {
  const inputSchema = schemas.get(tool.name)
  return tool.type !== 'function' || inputSchema === undefined ? tool : { ...tool, inputSchema }
}

// The agent library has every tool, so that it takes a call of any; only the request is kept small.
const narrowed = (options: CallOptions, { offered, schemas }: BetweenAgentAndModel): CallOptions => {
  const names = new Set(offered())
  const tools = options.tools?.filter(({ name }) => names.has(name)).map((tool) => withOwnSchema(tool, schemas))
  return {
    ...options,
    prompt: options.prompt.map((message) => answered(message, schemas)),
    ...(tools === undefined ? {} : { tools }),
  }
}

/**
 * The model as the agent library gets it. Its copy of the specification lacks what was added to it last, and what it
 * is given it may log: so it only ever sees errors without content.
 */
export const forAgent = (model: LanguageModelV4, between: BetweenAgentAndModel): AgentModel => ({
  specificationVersion: 'v4',
  provider: model.provider,
  modelId: model.modelId,
  supportedUrls: model.supportedUrls,
  doGenerate: async (options: CallOptions) => {
    const result = await guarded(model.doGenerate(narrowed(options, between)), guardFor(between.report, options))
    return { ...result, finishReason: knownReason(result.finishReason) }
  },
  doStream: async (options: CallOptions) => {
    const guard = guardFor(between.report, options)
    const { stream, ...rest } = await guarded(model.doStream(narrowed(options, between)), guard)
    return { ...rest, stream: streamOf(stream.getReader(), guard) }
  },
})
