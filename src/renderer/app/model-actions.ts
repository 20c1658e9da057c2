import type { Failure } from '../../contract/failure'
import type { LocalModels, ModelCandidate, ModelList, ModelTest } from '../../contract/model-set-up'
import type { Result } from '../../contract/result'
import type { ActionContext } from './context'

/** Looking at models before one is used. */
export type ModelActions = {
  readonly listModels: (candidate: ModelCandidate) => Promise<Result<ModelList, Failure>>
  readonly testModel: (candidate: ModelCandidate) => Promise<Result<ModelTest, Failure>>
  readonly findLocalModels: () => Promise<Result<LocalModels, Failure>>
}

/** Makes the actions on models. */
export const createModelActions = ({ bridge }: ActionContext): ModelActions => ({
  listModels: async (candidate) => await bridge.listModels(candidate),
  testModel: async (candidate) => await bridge.testModel(candidate),
  findLocalModels: async () => await bridge.findLocalModels(),
})
