import type { Failure } from '../../../contract/failure'
import type { ModelCandidate } from '../../../contract/model-set-up'
import { err, ok, type Result } from '../../../contract/result'
import type { ModelSettings } from '../../platform/configuration'
import { modelVariablesSchema } from '../../platform/configuration-variables'
import { failure } from '../../platform/failures'
import { secret } from '../../platform/secret'
import { endpointOf } from './list-models'

const valueOf = (given: string | undefined): string | undefined => (given === '' ? undefined : given)

const isSamePlace = (one: Pick<ModelSettings, 'baseUrl'>, other: Pick<ModelSettings, 'baseUrl'> | undefined): boolean =>
  other !== undefined && endpointOf(one).href.replace(/\/+$/, '') === endpointOf(other).href.replace(/\/+$/, '')

// SECURITY: a window can name any address; the stored key goes to the one that it was stored for, and to no other.
const storedKey = (baseUrl: ModelSettings['baseUrl'], current: ModelSettings | undefined): ModelSettings['apiKey'] =>
  isSamePlace({ baseUrl }, current) ? current?.apiKey : undefined

/** The settings that a candidate means, beside what is set up now. */
export const candidateSettings = (
  given: ModelCandidate,
  current: ModelSettings | undefined,
): Result<ModelSettings, Failure> => {
  const parsed = modelVariablesSchema.safeParse({
    OPENAI_BASE_URL: valueOf(given.baseUrl),
    OPENAI_API_KEY: valueOf(given.apiKey),
    OPENAI_MODEL: valueOf(given.model) ?? current?.model,
  })
  if (!parsed.success) return err(failure('request-invalid'))
  const { OPENAI_BASE_URL, OPENAI_API_KEY, OPENAI_MODEL: model } = parsed.data
  const baseUrl = given.baseUrl === undefined ? current?.baseUrl : OPENAI_BASE_URL
  const apiKey = OPENAI_API_KEY === undefined ? storedKey(baseUrl, current) : secret(OPENAI_API_KEY)
  return ok({ baseUrl, apiKey, model })
}
