import { channels } from '../../contract/channels'
import type { Failure } from '../../contract/failure'
import type { ModelCandidate } from '../../contract/model-set-up'
import { ok, type Result } from '../../contract/result'
import type { ModelSettings } from '../platform/configuration'
import type { HandlersOf } from './handlers'

/** The model that is set up now; undefined in the sandbox with its scripted one. */
export type CurrentModel = () => Promise<ModelSettings | undefined>

const withCandidate = async <T>(
  current: CurrentModel,
  given: ModelCandidate,
  look: (settings: ModelSettings) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> => {
  const { candidateSettings } = await import('../assistant/model-endpoint/candidate')
  const settings = candidateSettings(given, await current())
  return settings.ok ? await look(settings.value) : settings
}

/** Looking at models before one is used. Asked by main alone, so that a key never is in a window. */
export const modelHandlers = (current: CurrentModel): HandlersOf<'listModels' | 'testModel' | 'findLocalModels'> => ({
  [channels.listModels]: async (given) =>
    await withCandidate(current, given, async (settings) => {
      const { listModels } = await import('../assistant/model-endpoint/list-models')
      return await listModels(settings)
    }),
  [channels.testModel]: async (given) =>
    await withCandidate(current, given, async (settings) => {
      const { testModel } = await import('../assistant/model-endpoint/test-model')
      return await testModel(settings)
    }),
  [channels.findLocalModels]: async () => {
    const { findLocalModels } = await import('../assistant/model-endpoint/local-models')
    return ok(await findLocalModels())
  },
})
