import type { LanguageModelV4 } from '@ai-sdk/provider'
export const createScriptedModel = (): LanguageModelV4 => { return { specificationVersion: "v4", provider: "a", modelId: "b", supportedUrls: {}, doGenerate: () => { throw new Error("x") }, doStream: () => { throw new Error("x") } } }
