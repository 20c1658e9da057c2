import type { HandlerContext } from '@connectrpc/connect'
import { Code, ConnectError } from '@connectrpc/connect'
import type { SampleProvider } from '../sample-provider'
import type { AccessTokens } from './access-tokens'
import type { Accounts } from './accounts'
import type { Authorizations } from './authorizations'
import type { Faults } from './faults'

/** What the services of the environment share. */
export type EnvironmentParts = {
  readonly accounts: Accounts
  readonly authorizations: Authorizations
  readonly tokens: AccessTokens
  readonly faults: Faults
  /** The providers that have sample data, by their key ("MONDAY"). */
  readonly providers: Readonly<Record<string, SampleProvider>>
  /** The path of the sandbox's controls; its last part can't be guessed. */
  readonly controlPath: string
  /** Where the environment listens; known once it does. */
  readonly origin: () => string
}

/** Refuses a call without a valid access token. */
export const requireToken = ({ tokens }: EnvironmentParts, context: HandlerContext): void => {
  const token = context.requestHeader.get('authorization')?.replace(/^Bearer /, '') ?? ''
  if (!tokens.isValid(token)) throw new ConnectError('The access token is not valid', Code.Unauthenticated)
}
