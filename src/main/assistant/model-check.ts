import { z } from 'zod'
import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import type { ModelSettings } from '../platform/configuration'
import { failure } from '../platform/failures'
import { modelFailureOf } from './model-failure'

const openAi = new URL('https://api.openai.com/v1')
const limitMs = 10_000

const listSchema = z.object({ data: z.array(z.object({ id: z.string() })) })

const endpointOf = (base: URL): URL => new URL(`${base.href.replace(/\/+$/, '')}/models`)

const refusalOf = (status: number, host: string): Failure => {
  if (status === 401 || status === 403) return failure('model-key', { subject: host })
  if (status === 429) return failure('model-rate-limited', { subject: host })
  return failure('model-failed', { subject: host })
}

const hasModel = async (response: Response, model: string): Promise<boolean> => {
  const list = listSchema.safeParse(await response.json().catch(() => null))
  // An endpoint that lists nothing can still have it.
  return !list.success || list.data.data.length === 0 || list.data.data.some(({ id }) => id === model)
}

/** Asks the model's endpoint for its list of models: whether it answers, takes the key, and has the chosen one. */
export const checkModel = async (settings: ModelSettings): Promise<Result<{ readonly host: string }, Failure>> => {
  const { host, href } = endpointOf(settings.baseUrl ?? openAi)
  try {
    const response = await fetch(href, {
      // SECURITY: the key goes to the configured host and is never redirected elsewhere.
      redirect: 'error',
      headers: settings.apiKey === undefined ? {} : { authorization: `Bearer ${settings.apiKey.reveal()}` },
      signal: AbortSignal.timeout(limitMs),
    })
    // Not every endpoint has this list; one that says so is there.
    if (response.status === 404) return ok({ host })
    if (!response.ok) return err(refusalOf(response.status, host))
    return (await hasModel(response, settings.model))
      ? ok({ host })
      : err(failure('model-missing', { subject: settings.model }))
  } catch (error) {
    const { code } = modelFailureOf(error)
    return err(failure(code === 'network-down' ? code : 'model-unreachable', { subject: host }))
  }
}
