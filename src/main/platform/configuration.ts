import type { ConfigurationProblem, ConfigurationVariable } from '../../contract/settings'

/** A secret: its text only on purpose, never by `toString`, `JSON.stringify` or `console.log`. */
export type Secret = { readonly reveal: () => string }

/** Where and how to reach Scalekit. */
export type ScalekitSettings = {
  readonly environmentUrl: URL
  readonly clientId: string
  readonly clientSecret: Secret
}

/** Where and how people sign in. */
export type IssuerSettings = {
  readonly issuer: URL
  readonly clientId: string
  /** Where the session is read with the access token; the issuer's userinfo endpoint when absent. */
  readonly sessionUrl: URL | undefined
  readonly identifierClaim: string
  readonly redirect: 'scheme' | 'loopback'
}

/** Which model answers. `baseUrl` set means Chat Completions at that address. */
export type ModelSettings = {
  readonly apiKey: Secret | undefined
  readonly baseUrl: URL | undefined
  readonly model: string
}

/** What the environment, the `.env` file and Settings say together. */
export type Configuration =
  | { readonly kind: 'sandbox'; readonly model: ModelSettings | undefined }
  | {
      readonly kind: 'configured'
      readonly scalekit: ScalekitSettings
      readonly issuer: IssuerSettings
      readonly verifyUrl: URL | undefined
      readonly model: ModelSettings
    }
  | {
      readonly kind: 'incomplete'
      readonly missing: readonly ConfigurationVariable[]
      readonly invalid: readonly { readonly variable: string; readonly reason: ConfigurationProblem }[]
    }
