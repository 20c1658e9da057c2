import type { Secret } from '../platform/configuration'
import { secret } from '../platform/secret'

/** The tokens of one grant. They never leave this folder. */
export type TokenSet = {
  readonly accessToken: Secret
  readonly refreshToken: Secret | undefined
  /** `sub` of the ID token: whom the issuer signed in. */
  readonly subject: string
  /** When the access token ends, if the issuer said so. */
  readonly expiresAt: number | undefined
  /** From when on the access token is renewed, before it ends. */
  readonly renewAt: number | undefined
}

/** What a token endpoint answers, as far as it is used. */
export type TokenAnswer = {
  readonly access_token: string
  readonly refresh_token?: string | undefined
  readonly expires_in?: number | undefined
}

const leewayMs = 60_000
const leewayShare = 0.2

/** The token set that an answer makes. An issuer that does not rotate sends no new refresh token: the old one stays. */
export const tokenSetOf = (
  answer: TokenAnswer,
  known: { readonly subject: string; readonly refreshToken?: Secret | undefined },
  now: number,
): TokenSet => {
  const lifetimeMs = answer.expires_in === undefined ? undefined : answer.expires_in * 1000
  return {
    accessToken: secret(answer.access_token),
    refreshToken: answer.refresh_token === undefined ? known.refreshToken : secret(answer.refresh_token),
    subject: known.subject,
    expiresAt: lifetimeMs === undefined ? undefined : now + lifetimeMs,
    renewAt: lifetimeMs === undefined ? undefined : now + lifetimeMs - Math.min(leewayMs, lifetimeMs * leewayShare),
  }
}

/** The token set of a session that was remembered: due to be renewed before anything else. */
export const endedTokens = (known: { readonly subject: string; readonly refreshToken: Secret }): TokenSet => ({
  accessToken: secret(''),
  refreshToken: known.refreshToken,
  subject: known.subject,
  expiresAt: 0,
  renewAt: 0,
})

/** Every text of a token set that must not be shown. */
export const secretsOf = (tokens: TokenSet): readonly string[] =>
  [tokens.accessToken.reveal(), tokens.refreshToken?.reveal() ?? ''].filter((text) => text !== '')
