import { z } from 'zod'
import type { Failure } from '../../../contract/failure'
import type { ModelList } from '../../../contract/model-set-up'
import { err, ok, type Result } from '../../../contract/result'
import type { ModelSettings } from '../../platform/configuration'
import { failure } from '../../platform/failures'
import { modelFailureOf } from '../model-failure'

const openAi = new URL('https://api.openai.com/v1')
const limitMs = 10_000
const mostBytes = 2_000_000
const mostModels = 1000
const longestName = 200

const listSchema = z.object({ data: z.array(z.object({ id: z.string() })) })

/** Where an endpoint is, OpenAI's where none is named. */
export const endpointOf = ({ baseUrl }: Pick<ModelSettings, 'baseUrl'>): URL => baseUrl ?? openAi

const refusalOf = (status: number, host: string): Failure => {
  if (status === 401 || status === 403) return failure('model-key', { subject: host })
  if (status === 429) return failure('model-rate-limited', { subject: host })
  return failure('model-failed', { subject: host })
}

const boundedText = async (response: Response): Promise<string> => {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  const body: AsyncIterable<Uint8Array> | readonly Uint8Array[] = response.body ?? []
  for await (const chunk of body) {
    bytes += chunk.byteLength
    if (bytes > mostBytes) throw new Error('The list is too long')
    text += decoder.decode(chunk, { stream: true })
  }
  return text
}

const namesIn = (text: string): string[] => {
  try {
    const list = listSchema.safeParse(JSON.parse(text))
    const names = list.success ? list.data.data.map(({ id }) => id) : []
    return names.filter((name) => name !== '' && name.length <= longestName).slice(0, mostModels)
  } catch {
    return []
  }
}

/** Asks an endpoint for its list of models: whether it answers and takes the key. One without a list lists nothing. */
export const listModels = async (
  settings: Pick<ModelSettings, 'apiKey' | 'baseUrl'>,
  waitMs = limitMs,
): Promise<Result<ModelList, Failure>> => {
  const { host, href } = endpointOf(settings)
  try {
    const response = await fetch(`${href.replace(/\/+$/, '')}/models`, {
      // SECURITY: the key goes to the configured host and is never redirected elsewhere.
      redirect: 'error',
      headers: settings.apiKey === undefined ? {} : { authorization: `Bearer ${settings.apiKey.reveal()}` },
      signal: AbortSignal.timeout(waitMs),
    })
    // Not every endpoint has this list; one that says so is there.
    if (response.status === 404) return ok({ host, models: [] })
    if (!response.ok) return err(refusalOf(response.status, host))
    return ok({ host, models: namesIn(await boundedText(response)) })
  } catch (error) {
    const { code } = modelFailureOf(error)
    return err(failure(code === 'network-down' ? code : 'model-unreachable', { subject: host }))
  }
}
