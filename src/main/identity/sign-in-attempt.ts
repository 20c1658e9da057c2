import { z } from 'zod'
import type { Secret } from '../platform/configuration'
import { secret } from '../platform/secret'
import type { DiscoveredIssuer } from './discovery'

/** One sign-in that waits for the browser, bound to what only this process knows. */
export type SignInAttempt = {
  readonly issuer: DiscoveredIssuer
  readonly redirectUri: string
  readonly state: string
  readonly nonce: string
  readonly verifier: Secret
  /** Where the browser is sent. */
  readonly url: URL
}

const wantedScopes = ['openid', 'profile', 'email', 'offline_access'] as const

const publishedSchema = z.array(z.string()).optional().catch(undefined)

const supported = (wanted: readonly string[], published: unknown): readonly string[] => {
  const values = publishedSchema.parse(published)
  return values === undefined ? wanted : wanted.filter((value) => value === 'openid' || values.includes(value))
}

/**
 * The prompts to ask for. Refresh tokens need `consent`; after a sign-out `login` lets somebody else come in.
 * https://openid.net/specs/openid-connect-core-1_0.html#OfflineAccess
 */
const promptsFor = (scopes: readonly string[], chooseAgain: boolean): readonly string[] => [
  ...(chooseAgain ? ['login'] : []),
  ...(scopes.includes('offline_access') ? ['consent'] : []),
]

/**
 * Prepares authorization code + PKCE (S256) with state and nonce.
 * https://www.rfc-editor.org/rfc/rfc8252 https://www.rfc-editor.org/rfc/rfc7636
 */
export const prepareAttempt = async (
  issuer: DiscoveredIssuer,
  redirectUri: string,
  chooseAgain: boolean,
): Promise<SignInAttempt> => {
  const { oidc, configuration } = issuer
  const published = configuration.serverMetadata()
  const state = oidc.randomState()
  const nonce = oidc.randomNonce()
  const verifier = oidc.randomPKCECodeVerifier()
  const scopes = supported(wantedScopes, published.scopes_supported)
  const prompts = supported(promptsFor(scopes, chooseAgain), published['prompt_values_supported'])
  const url = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: scopes.join(' '),
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(prompts.length === 0 ? {} : { prompt: prompts.join(' ') }),
  })
  return { issuer, redirectUri, state, nonce, verifier: secret(verifier), url }
}
