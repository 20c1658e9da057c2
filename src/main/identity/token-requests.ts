import { err, ok, type Result } from '../../contract/result'
import type { Secret } from '../platform/configuration'
import type { DiscoveredIssuer } from './discovery'
import { problemOf, refused, type IssuerProblem } from './issuer-problem'
import type { SignInAttempt } from './sign-in-attempt'
import { secretsOf, tokenSetOf, type TokenSet } from './token-set'

/**
 * Redeems the code of a callback: state, issuer (RFC 9207), nonce and PKCE are checked on the way.
 * https://openid.net/specs/openid-connect-core-1_0.html#CodeFlowAuth
 */
export const redeemCode = async (
  attempt: SignInAttempt,
  callback: URL,
  now: number,
): Promise<Result<TokenSet, IssuerProblem>> => {
  const { oidc, configuration, host } = attempt.issuer
  // The redirect URI is sent again and must be the very one that the sign-in began with.
  const url = new URL(attempt.redirectUri)
  url.search = callback.search
  try {
    const answer = await oidc.authorizationCodeGrant(configuration, url, {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.verifier.reveal(),
      idTokenExpected: true,
    })
    const subject = answer.claims()?.sub
    return subject === undefined ? err(refused(host, 'no ID token')) : ok(tokenSetOf(answer, { subject }, now))
  } catch (error) {
    const code = callback.searchParams.get('code')
    const secrets = [attempt.verifier.reveal(), attempt.state, attempt.nonce, ...(code === null ? [] : [code])]
    return err(problemOf(error, { host, secrets }))
  }
}

/** What is needed to renew: from the session at hand, or from the one that was remembered. */
export type Renewable = { readonly refreshToken: Secret; readonly subject: string }

/** Gets new tokens for a refresh token. Fails with `grant-ended` when the issuer no longer honours it. */
export const renewTokens = async (
  issuer: DiscoveredIssuer,
  renewable: Renewable,
  now: number,
): Promise<Result<TokenSet, IssuerProblem>> => {
  const { oidc, configuration, host } = issuer
  const refreshToken = renewable.refreshToken.reveal()
  try {
    const answer = await oidc.refreshTokenGrant(configuration, refreshToken)
    // SECURITY: https://openid.net/specs/openid-connect-core-1_0.html#RefreshTokenResponse: the same subject, always.
    const subject = answer.claims()?.sub ?? renewable.subject
    if (subject !== renewable.subject) return err({ ...refused(host, 'another subject'), kind: 'grant-ended' })
    return ok(tokenSetOf(answer, renewable, now))
  } catch (error) {
    return err(problemOf(error, { host, secrets: [refreshToken] }))
  }
}

/** Revokes both tokens, as far as the issuer can. Never fails: what can't be revoked ends by itself. */
export const revokeTokens = async (issuer: DiscoveredIssuer, tokens: TokenSet): Promise<void> => {
  const { oidc, configuration } = issuer
  if (configuration.serverMetadata().revocation_endpoint === undefined) return
  // The refresh token comes first in the list: revoking it ends the whole grant at most issuers.
  const revocations = secretsOf(tokens)
    .toReversed()
    .map((token) => oidc.tokenRevocation(configuration, token))
  await Promise.allSettled(revocations)
}
