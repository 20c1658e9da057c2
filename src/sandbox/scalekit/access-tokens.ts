import { randomUUID } from 'node:crypto'

/** How long an access token of the environment lives, in seconds. */
const lifetimeSeconds = 300

/** The environment's credentials and the access tokens given out for them. */
export type AccessTokens = {
  readonly clientId: string
  readonly clientSecret: string
  /** A new token for the right credentials; `undefined` for wrong ones. */
  readonly issue: (clientId: string | null, clientSecret: string | null) => IssuedToken | undefined
  readonly isValid: (token: string) => boolean
}

/** What the token endpoint answers. */
type IssuedToken = { readonly access_token: string; readonly token_type: 'Bearer'; readonly expires_in: number }

/** Makes credentials that live as long as this start of the sandbox; `now` is the clock that expiry goes by. */
export const createAccessTokens = (now: () => number): AccessTokens => {
  const clientId = 'skc_sandbox'
  const clientSecret = `sandbox_${randomUUID()}`
  const tokens = new Map<string, number>()
  return {
    clientId,
    clientSecret,
    issue: (id, secret) => {
      if (id !== clientId || secret !== clientSecret) return undefined
      const token = `sandbox_${randomUUID()}`
      tokens.set(token, now() + lifetimeSeconds * 1000)
      return { access_token: token, token_type: 'Bearer', expires_in: lifetimeSeconds }
    },
    isValid: (token) => (tokens.get(token) ?? 0) > now(),
  }
}
