import type * as OidcClient from 'openid-client'
import { err, ok, type Result } from '../../contract/result'
import type { IssuerSettings } from '../platform/configuration'
import { isLoopback } from '../platform/configuration-variables'
import { problemOf, type IssuerProblem } from './issuer-problem'

/** The issuer as it describes itself, and the client that speaks to it. */
export type DiscoveredIssuer = {
  readonly oidc: typeof OidcClient
  readonly configuration: OidcClient.Configuration
  readonly host: string
}

/** Finds out how to speak to the issuer: at the first call, and again after one that failed. */
export type Discover = () => Promise<Result<DiscoveredIssuer, IssuerProblem>>

const requestLimitSeconds = 10

/** SECURITY: without TLS only where nothing leaves this computer. */
const insecurity = (oidc: typeof OidcClient, issuer: URL): ((configuration: OidcClient.Configuration) => void)[] =>
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- deprecated only so that it stands out
  issuer.protocol === 'http:' && isLoopback(issuer) ? [oidc.allowInsecureRequests] : []

const discover = async ({ issuer, clientId }: IssuerSettings): Promise<Result<DiscoveredIssuer, IssuerProblem>> => {
  // Loaded at the first sign-in, so that it is no part of starting up.
  const oidc = await import('openid-client')
  try {
    const configuration = await oidc.discovery(issuer, clientId, undefined, oidc.None(), {
      timeout: requestLimitSeconds,
      // SECURITY: the ID token's signature is checked against the issuer's keys, over and above what TLS says.
      execute: [oidc.enableNonRepudiationChecks, ...insecurity(oidc, issuer)],
    })
    return ok({ oidc, configuration, host: issuer.host })
  } catch (error) {
    return err(problemOf(error, { host: issuer.host, secrets: [] }))
  }
}

/** An issuer that answered: who it is, and what time it is there (milliseconds) if it says so. */
export type IssuerAnswer = { readonly host: string; readonly time: number | null }

/** Asks the issuer to describe itself, whatever it said before. */
export const reachIssuer = async ({
  issuer,
  clientId,
}: IssuerSettings): Promise<Result<IssuerAnswer, IssuerProblem>> => {
  const oidc = await import('openid-client')
  let time: number | null = null
  try {
    await oidc.discovery(issuer, clientId, undefined, oidc.None(), {
      timeout: requestLimitSeconds,
      execute: insecurity(oidc, issuer),
      [oidc.customFetch]: async (url, options) => {
        const { headers, redirect, signal } = options
        const response = await fetch(url, { headers, redirect, ...(signal === undefined ? {} : { signal }) })
        const date = Date.parse(response.headers.get('date') ?? '')
        time = Number.isNaN(date) ? null : date
        return response
      },
    })
    return ok({ host: issuer.host, time })
  } catch (error) {
    return err(problemOf(error, { host: issuer.host, secrets: [] }))
  }
}

/** Makes the discovery of one issuer; its result is kept, its failure is not. */
export const createDiscovery = (settings: IssuerSettings): Discover => {
  let underWay: ReturnType<Discover> | null = null
  return async () => {
    underWay ??= discover(settings)
    const result = await underWay
    if (!result.ok) underWay = null
    return result
  }
}
