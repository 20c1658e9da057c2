import type { LanguageModelV4 } from '@ai-sdk/provider'
import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import type { ModelSettings } from '../platform/configuration'
import { failure } from '../platform/failures'

/** The model that answers, which can become another one between two questions. */
export type ModelSource = {
  readonly model: () => Promise<Result<LanguageModelV4, Failure>>
  /** Whether the model's endpoint is in order; null where there is none. */
  readonly check: () => (() => Promise<Result<{ readonly host: string }, Failure>>) | null
  /** Undefined: the scripted one. */
  readonly use: (settings: ModelSettings | undefined) => void
}

const checkOf = (settings: ModelSettings) => async (): Promise<Result<{ readonly host: string }, Failure>> => {
  const { checkModel } = await import('../assistant/model-check')
  return await checkModel(settings)
}

/** Makes a source that starts with these settings; `scripted` answers where there are none. */
export const createModelSource = (
  atFirst: ModelSettings | undefined,
  scripted: LanguageModelV4 | undefined,
): ModelSource => {
  let settings = atFirst
  let made: Promise<LanguageModelV4> | undefined
  return {
    model: async () => {
      if (settings === undefined) return scripted === undefined ? err(failure('model-missing')) : ok(scripted)
      const { createModel } = await import('../assistant/model')
      made ??= createModel(settings)
      return ok(await made)
    },
    check: () => (settings === undefined ? null : checkOf(settings)),
    use: (next) => {
      settings = next
      made = undefined
    },
  }
}
