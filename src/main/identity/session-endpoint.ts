import { z } from 'zod'
import type { Person } from '../../contract/app-state'
import { err, ok, type Result } from '../../contract/result'
import type { IssuerSettings } from '../platform/configuration'
import type { DiscoveredIssuer } from './discovery'
import type { Identifier } from './identifier'
import { problemOf, problemOfStatus, refused, type IssuerProblem } from './issuer-problem'
import { parseIdentifier } from './parse-identifier'
import { personOf } from './person'
import { secretsOf, type TokenSet } from './token-set'

/** Who a session belongs to, in the words of the session endpoint. */
export type SessionFacts = { readonly identifier: Identifier; readonly person: Person }

type Claims = Readonly<Record<string, unknown>>

const requestLimitMs = 10_000
const claimsSchema = z.record(z.string(), z.unknown())

/** SECURITY: userinfo must speak about the person of the ID token; the client compares the subjects. */
const readUserinfo = async (issuer: DiscoveredIssuer, tokens: TokenSet): Promise<Result<Claims, IssuerProblem>> => {
  const { oidc, configuration, host } = issuer
  try {
    return ok(await oidc.fetchUserInfo(configuration, tokens.accessToken.reveal(), tokens.subject))
  } catch (error) {
    return err(problemOf(error, { host, secrets: secretsOf(tokens) }))
  }
}

const readSessionUrl = async (url: URL, tokens: TokenSet): Promise<Result<Claims, IssuerProblem>> => {
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json', authorization: `Bearer ${tokens.accessToken.reveal()}` },
      // SECURITY: the token is for this address and no other.
      redirect: 'error',
      signal: AbortSignal.timeout(requestLimitMs),
    })
    if (!response.ok) {
      await response.body?.cancel()
      return err(problemOfStatus(response.status, url.host) ?? refused(url.host, `HTTP ${String(response.status)}`))
    }
    const claims = claimsSchema.safeParse(await response.json())
    return claims.success ? ok(claims.data) : err(refused(url.host, 'not a JSON object'))
  } catch (error) {
    if (error instanceof SyntaxError) return err(refused(url.host, 'not JSON'))
    return err(problemOf(error, { host: url.host, secrets: secretsOf(tokens) }))
  }
}

/**
 * Asks who the access token belongs to: the issuer's userinfo endpoint, or the session address of the organisation.
 * Fails with `unauthorized` when the token is not honoured, `refused` when the answer names nobody.
 */
export const readSession = async (
  issuer: DiscoveredIssuer,
  settings: IssuerSettings,
  tokens: TokenSet,
): Promise<Result<SessionFacts, IssuerProblem>> => {
  const { sessionUrl, identifierClaim } = settings
  const claims =
    sessionUrl === undefined ? await readUserinfo(issuer, tokens) : await readSessionUrl(sessionUrl, tokens)
  if (!claims.ok) return claims
  const identifier = parseIdentifier(claims.value, identifierClaim)
  return identifier === null
    ? err(refused((sessionUrl ?? settings.issuer).host, `no usable "${identifierClaim}"`))
    : ok({ identifier, person: personOf(claims.value) })
}
