import { join } from 'node:path'
import type { Configuration, IssuerSettings, ModelSettings, ScalekitSettings } from '../platform/configuration'
import { secret } from '../platform/secret'
import { createModelSource, type ModelSource } from './model-source'

/** Whom the app talks to: the configured services, or the sandbox in the same terms. */
export type Backend = {
  readonly scalekit: ScalekitSettings
  readonly issuer: IssuerSettings
  readonly verifyUrl: URL | undefined
  /** What owners are named after, where that is not the issuer's address. */
  readonly realm: string | undefined
  readonly model: ModelSource
  readonly close: () => Promise<void>
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
    model: createModelSource(model, sandbox.model),
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
    model: createModelSource(model, undefined),
    close: async () => {
      await Promise.resolve()
    },
  }
}
