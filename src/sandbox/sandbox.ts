import type { LanguageModelV4 } from '@ai-sdk/provider'

/** Where the sandbox's own servers listen, in the same terms as configured mode. All on loopback. */
export type Sandbox = {
  readonly scalekit: { readonly environmentUrl: URL; readonly clientId: string; readonly clientSecret: string }
  readonly issuer: { readonly issuer: URL; readonly clientId: string }
  /** A page on which connected accounts can be expired and revoked, to see what the app does about it. */
  readonly controls: URL
  /** The scripted model: plans with the tools it is given for a documented set of requests. */
  readonly model: LanguageModelV4
  readonly close: () => Promise<void>
}

/** Options of `startSandbox`. `directory` is where the sample data's state is kept; `now` is the clock that links and tokens expire by. */
export type SandboxOptions = { readonly directory: string; readonly now?: () => number }
