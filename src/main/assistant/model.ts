import type { LanguageModelV4 } from '@ai-sdk/provider'
import type { ModelSettings } from '../platform/configuration'

/**
 * Makes the model of the settings. Chat Completions for every endpoint: it is what Ollama, LM Studio, vLLM and
 * proxies speak, and at OpenAI it is the interface that keeps nothing by default. The provider has a name of its own
 * because under OpenAI's the agent library rewrites tool schemas until some arguments can't be filled any more.
 */
export const createModel = async (settings: ModelSettings): Promise<LanguageModelV4> => {
  const { createOpenAI } = await import('@ai-sdk/openai')
  const provider = createOpenAI({
    name: 'onbehalf',
    // A local endpoint needs no key, the client library does.
    apiKey: settings.apiKey?.reveal() ?? 'none',
    ...(settings.baseUrl === undefined ? {} : { baseURL: settings.baseUrl.href.replace(/\/+$/, '') }),
  })
  return provider.chat(settings.model)
}
