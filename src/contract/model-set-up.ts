import { z } from 'zod'
import { localModelServers } from './plain/local-model-servers'

const modelName = z.string().min(1).max(200)
const given = z.string().max(4000)

/**
 * A model to look at before it is used; what is left out is as it is set up now. SECURITY: a key that is stored goes
 * only to the address that it was stored for.
 */
export const modelCandidateSchema = z.object({
  baseUrl: given.exactOptional(),
  apiKey: given.exactOptional(),
  model: given.exactOptional(),
})

/** What an endpoint lists. */
export const modelListSchema = z.object({ host: z.string(), models: z.array(modelName) })

/** What came of one tiny request. `tools`: whether it called the tool that it was given. */
export const modelTestSchema = z.object({ host: z.string(), model: z.string(), tools: z.boolean() })

/** Programs on this computer that serve models, each with its address. */
export const localModelsSchema = z.array(
  z.object({ server: z.enum(localModelServers), url: z.string(), models: z.array(modelName) }),
)

/** A model to look at before it is used. */
export type ModelCandidate = z.infer<typeof modelCandidateSchema>
/** What an endpoint lists. */
export type ModelList = z.infer<typeof modelListSchema>
/** What came of one tiny request. */
export type ModelTest = z.infer<typeof modelTestSchema>
/** Programs on this computer that serve models. */
export type LocalModels = z.infer<typeof localModelsSchema>
