import { z } from 'zod'
import type { Failure } from '../../contract/failure'
import { failure, networkFailure } from '../platform/failures'
import { redact } from '../platform/redaction'

/**
 * Why the issuer did not do what it was asked. `unreachable`: ask again later. `unauthorized`: the access token is
 * no longer honoured. `grant-ended`: nor is the refresh token or code. `cancelled`: the person said no.
 */
export type IssuerProblem = {
  readonly kind: 'unreachable' | 'unauthorized' | 'grant-ended' | 'cancelled' | 'refused'
  readonly failure: Failure
}

/** Who was asked, and what its answer must not be quoted with. */
export type IssuerCall = { readonly host: string; readonly secrets: readonly string[] }

// What the OIDC client's errors have in common, whichever class they are of.
const errorSchema = z.object({
  code: z.string().optional().catch(undefined),
  error: z.string().optional().catch(undefined),
  error_description: z.string().optional().catch(undefined),
  status: z.number().optional().catch(undefined),
  cause: z.unknown(),
})

const responseSchema = z.object({ status: z.number() })

type ErrorFacts = z.infer<typeof errorSchema>

const factsOf = (error: unknown): ErrorFacts => {
  const parsed = errorSchema.safeParse(error)
  return parsed.success ? parsed.data : { cause: undefined }
}

const statusOf = (facts: ErrorFacts): number | undefined =>
  facts.status ?? responseSchema.safeParse(facts.cause).data?.status

const lostCodes: readonly unknown[] = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'UND_ERR_SOCKET']

const neverAnswered = (error: unknown, facts: ErrorFacts): boolean => {
  if (lostCodes.includes(facts.code)) return true
  // fetch rejects with a bare TypeError when there is no answer, and with an AbortError or TimeoutError past its limit.
  if (error instanceof TypeError) return facts.code === undefined
  return error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError')
}

/** The issuer could not be asked: down, too slow, or this computer is offline. */
const unreachable = (host: string, error?: unknown): IssuerProblem => ({
  kind: 'unreachable',
  failure: networkFailure(error) ?? failure('issuer-unreachable', { subject: host }),
})

/** The issuer's answer is not one to go on with. */
export const refused = (host: string, detail: string): IssuerProblem => ({
  kind: 'refused',
  failure: failure('issuer-refused', { subject: host, detail }),
})

/** What an answer by HTTP status alone means; null when the status says nothing special. */
export const problemOfStatus = (status: number, host: string): IssuerProblem | null => {
  if (status >= 500 || status === 429) return unreachable(host)
  if (status === 401) return { ...refused(host, 'HTTP 401'), kind: 'unauthorized' }
  return null
}

const problemOfError = (facts: ErrorFacts, host: string): IssuerProblem | null => {
  switch (facts.error) {
    case 'access_denied':
      return { kind: 'cancelled', failure: failure('sign-in-cancelled') }
    case 'invalid_grant':
      return { ...refused(host, 'invalid_grant'), kind: 'grant-ended' }
    case 'temporarily_unavailable':
    case 'server_error':
      return unreachable(host)
    default:
      return null
  }
}

const wordsOf = (facts: ErrorFacts): string =>
  facts.error_description ?? facts.error ?? facts.code ?? 'an unexpected answer'

/** Understands what the OIDC client threw. The issuer's own words are kept, without anything secret in them. */
export const problemOf = (error: unknown, { host, secrets }: IssuerCall): IssuerProblem => {
  const facts = factsOf(error)
  if (neverAnswered(error, facts)) return unreachable(host, error)
  return (
    problemOfError(facts, host) ??
    problemOfStatus(statusOf(facts) ?? 200, host) ??
    refused(host, redact(wordsOf(facts), secrets))
  )
}
