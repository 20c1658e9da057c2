import type { Mode } from '../../contract/app-state'
import type { Configuration, ModelSettings } from '../platform/configuration'

const scriptedModel = 'scripted'

const modelName = (model: ModelSettings | undefined): string => model?.model ?? scriptedModel

/** What windows are told about a configuration: hosts and names, never a secret. */
export const describeMode = (configuration: Configuration, dotenvPath: string): Mode => {
  switch (configuration.kind) {
    case 'sandbox':
      return { kind: 'sandbox', model: modelName(configuration.model) }
    case 'configured':
      return {
        kind: 'configured',
        issuer: configuration.issuer.issuer.host,
        scalekit: configuration.scalekit.environmentUrl.host,
        model: modelName(configuration.model),
        directCredentials: true,
      }
    case 'incomplete':
      return {
        kind: 'incomplete',
        missing: [...configuration.missing],
        invalid: [...configuration.invalid],
        dotenvPath,
      }
  }
}
