import type { LanguageModelV4, LanguageModelV4FinishReason, LanguageModelV4StreamPart } from '@ai-sdk/provider'

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

/** The model as the agent library knows it: its copy of the specification lacks what was added to it last. */
export const forAgent = (model: LanguageModelV4) => ({
  specificationVersion: 'v4' as const,
  provider: model.provider,
  modelId: model.modelId,
  supportedUrls: model.supportedUrls,
  doGenerate: async (options: Parameters<LanguageModelV4['doGenerate']>[0]) => {
    const result = await model.doGenerate(options)
    return { ...result, finishReason: knownReason(result.finishReason) }
  },
  doStream: async (options: Parameters<LanguageModelV4['doStream']>[0]) => {
    const { stream, ...rest } = await model.doStream(options)
    const known = new TransformStream<LanguageModelV4StreamPart, KnownPart>({
      transform: (part, controller) => {
        const passed = knownPart(part)
        if (passed !== null) controller.enqueue(passed)
      },
    })
    return { ...rest, stream: stream.pipeThrough(known) }
  },
})
