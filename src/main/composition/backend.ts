import { join } from 'node:path'
import type { LanguageModelV4 } from '@ai-sdk/provider'
import type { Failure } from '../../contract/failure'
import { ok, type Result } from '../../contract/result'
import type { Configuration, IssuerSettings, ModelSettings, ScalekitSettings } from '../platform/configuration'
import { secret } from '../platform/secret'

/** Whom the app talks to: the configured services, or the sandbox in the same terms. */
export type Backend = {
  readonly scalekit: ScalekitSettings
  readonly issuer: IssuerSettings
  readonly verifyUrl: URL | undefined
  /** What owners are named after, where that is not the issuer's address. */
  readonly realm: string | undefined
  readonly model: () => Promise<Result<LanguageModelV4, Failure>>
  /** Whether the model's endpoint is in order; null where there is none. */
  readonly checkModel: (() => Promise<Result<{ readonly host: string }, Failure>>) | null
  readonly close: () => Promise<void>
}

const configuredModel = (settings: ModelSettings): Backend['model'] => {
  let made: Promise<LanguageModelV4> | undefined
  return async () => {
    const { createModel } = await import('../assistant/model')
    made ??= createModel(settings)
    return ok(await made)
  }
}

const modelCheck = (settings: ModelSettings) => async (): Promise<Result<{ readonly host: string }, Failure>> => {
  const { checkModel } = await import('../assistant/model-check')
  return await checkModel(settings)
}

const openSandbox = async (model: ModelSettings | undefined, dataFolder: string): Promise<Backend> => {
  const { startSandbox } = await import('../../sandbox/start-sandbox')
  const sandbox = await startSandbox({ directory: join(dataFolder, 'sandbox') })
  const { environmentUrl, clientId, clientSecret } = sandbox.scalekit
  return {
    scalekit: { environmentUrl, clientId, clientSecret: secret(clientSecret) },
    issuer: { ...sandbox.issuer, sessionUrl: undefined, identifierClaim: 'sub', redirect: 'scheme' },
    verifyUrl: undefined,
    // Its port can change from start to start; its people stay who they are.
    realm: 'sandbox',
    model: model === undefined ? async () => await Promise.resolve(ok(sandbox.model)) : configuredModel(model),
    checkModel: model === undefined ? null : modelCheck(model),
    close: sandbox.close,
  }
}

/** Opens what a configuration names; the sandbox's code is loaded only when nothing else is configured. */
export const openBackend = async (
  configuration: Exclude<Configuration, { kind: 'incomplete' }>,
  dataFolder: string,
): Promise<Backend> => {
  if (configuration.kind === 'sandbox') return await openSandbox(configuration.model, dataFolder)
  const { scalekit, issuer, verifyUrl, model } = configuration
  return {
    scalekit,
    issuer,
    verifyUrl,
    realm: undefined,
    model: configuredModel(model),
    checkModel: modelCheck(model),
    close: async () => {
      await Promise.resolve()
    },
  }
}
