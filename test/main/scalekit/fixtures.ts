import { afterEach, beforeEach } from 'vitest'
import type { Identifier } from '../../../src/main/identity/identifier'
import { parseIdentifier } from '../../../src/main/identity/parse-identifier'
import { secret } from '../../../src/main/platform/secret'
import { createDirectScalekit, type DirectScalekitOptions } from '../../../src/main/scalekit/direct-scalekit'
import type { Execution, Scalekit } from '../../../src/main/scalekit/port'
import { startEnvironment, type Environment } from './environment'
import { debugSecret } from './environment-errors'
import { providerSecrets } from './environment-state'

/** An identifier as a session would bring it. */
export const identifierOf = (text: string): Identifier => {
  const identifier = parseIdentifier({ sub: text }, 'sub')
  if (identifier === null) throw new Error(`${text} is no identifier`)
  return identifier
}

export const ada = identifierOf('ada@example.test')
export const grace = identifierOf('grace@example.test')

/** The adapter for an environment, with its own credentials unless others are given. */
export const connectTo = (
  environment: Environment,
  options: Partial<DirectScalekitOptions> & { readonly clientSecret?: string } = {},
): Scalekit =>
  createDirectScalekit({
    settings: {
      environmentUrl: environment.url,
      clientId: environment.clientId,
      clientSecret: secret(options.clientSecret ?? environment.clientSecret),
    },
    ...options,
  })

/** An environment and an adapter that are new for every test of a file. */
export const useEnvironment = () => {
  const current: { environment?: Environment; scalekit?: Scalekit } = {}
  beforeEach(async () => {
    current.environment = await startEnvironment()
    current.scalekit = connectTo(current.environment)
  })
  afterEach(async () => {
    current.scalekit?.reset()
    await current.environment?.close()
  })
  return {
    environment: (): Environment => {
      if (current.environment === undefined) throw new Error('No environment outside of a test')
      return current.environment
    },
    scalekit: (): Scalekit => {
      if (current.scalekit === undefined) throw new Error('No adapter outside of a test')
      return current.scalekit
    },
  }
}

/** Gives a person an active account, as if they had connected before. */
export const addAccount = (
  environment: Environment,
  identifier: string,
  { connector = 'monday-prod', status = 1 }: { readonly connector?: string; readonly status?: number } = {},
) => {
  const id = `ca_${String(environment.state.accounts.length + 1)}`
  const provider = environment.state.connections.find(({ name }) => name === connector)?.provider ?? ''
  const account = { id, identifier, connector, provider, status }
  environment.state.accounts.push(account)
  return account
}

/** An execution on Ada's Monday.com. */
export const executionOn = (accountId: string, change: Partial<Execution> = {}): Execution => ({
  identifier: ada,
  accountId,
  connection: 'monday-prod',
  tool: 'monday_thing_create',
  args: { name: 'Q3 launch brief' },
  mayWrite: true,
  ...change,
})

/** Signal and deadline of a patient caller. */
export const patiently = () => ({ signal: new AbortController().signal, timeoutMs: 5000 })

/** Everything that must not be in anything that leaves the adapter. */
export const secretsOf = (environment: Environment): readonly string[] => [
  environment.clientSecret,
  ...environment.state.tokens,
  ...providerSecrets,
  debugSecret,
]
