import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import type { ModelSettings } from '../platform/configuration'
import { failure } from '../platform/failures'
import { listModels } from './model-endpoint/list-models'

/** Asks the model's endpoint for its list of models: whether it answers, takes the key, and has the chosen one. */
export const checkModel = async (settings: ModelSettings): Promise<Result<{ readonly host: string }, Failure>> => {
  const listed = await listModels(settings)
  if (!listed.ok) return listed
  const { host, models } = listed.value
  // An endpoint that lists nothing can still have it.
  return models.length === 0 || models.includes(settings.model)
    ? ok({ host })
    : err(failure('model-missing', { subject: settings.model }))
}
