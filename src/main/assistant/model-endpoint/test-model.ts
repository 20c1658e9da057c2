import type { LanguageModelV4 } from '@ai-sdk/provider'
import { z } from 'zod'
import type { Failure } from '../../../contract/failure'
import type { ModelTest } from '../../../contract/model-set-up'
import { err, ok, type Result } from '../../../contract/result'
import type { ModelSettings } from '../../platform/configuration'
import { failure } from '../../platform/failures'
import { createModel } from '../model'
import { modelFailureOf } from '../model-failure'
import { endpointOf } from './list-models'

const limitMs = 30_000

const refusalSchema = z.object({ statusCode: z.number(), message: z.string().catch('') })

type Request = Parameters<LanguageModelV4['doStream']>[0]

const request: Request = {
  prompt: [{ role: 'user', content: [{ type: 'text', text: 'Call the tool "ready" once, and say nothing else.' }] }],
  tools: [
    {
      type: 'function',
      name: 'ready',
      description: 'Says that you are ready.',
      inputSchema: { type: 'object', properties: {}, additionalProperties: false },
    },
  ],
  toolChoice: { type: 'auto' },
}

const callsTool = async (model: LanguageModelV4): Promise<boolean> => {
  const { stream } = await model.doStream({ ...request, abortSignal: AbortSignal.timeout(limitMs) })
  for await (const part of stream) {
    if (part.type === 'error') throw part.error
    if (part.type === 'tool-call') return true
  }
  return false
}

const outcomeOf = (error: unknown, { host, model }: { readonly host: string; readonly model: string }) => {
  const refusal = refusalSchema.safeParse(error).data
  if (refusal?.statusCode === 404) return err(failure('model-missing', { subject: model }))
  if (refusal?.statusCode === 400 && /tool/i.test(refusal.message)) return ok({ host, model, tools: false })
  if (error instanceof Error && error.name === 'TimeoutError')
    return err(failure('model-unreachable', { subject: host }))
  return err(modelFailureOf(error))
}

/** Sends one tiny request with a tool, which does nothing, and says what came of it. */
export const testModel = async (settings: ModelSettings): Promise<Result<ModelTest, Failure>> => {
  const { host } = endpointOf(settings)
  const { model } = settings
  try {
    return ok({ host, model, tools: await callsTool(await createModel(settings)) })
  } catch (error) {
    return outcomeOf(error, { host, model })
  }
}
