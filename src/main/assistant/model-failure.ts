import { z } from 'zod'
import type { Failure } from '../../contract/failure'
import { failure, networkFailure } from '../platform/failures'

const listSchema = z.object({ errors: z.array(z.unknown()) })
const headersSchema = z.record(z.string(), z.string())

const errorSchema = z.object({
  name: z.string().optional(),
  message: z.string().optional(),
  url: z.string().optional(),
  statusCode: z.number().optional(),
  responseHeaders: headersSchema.optional(),
})

type ModelError = z.infer<typeof errorSchema>

const longestDetail = 300

// SECURITY: providers quote the key they were given; nothing that looks like one is kept.
const withoutKeys = (text: string): string =>
  text.replace(/\b(?:(?:sk|pk|key)[-_]|Bearer )[\w.*-]{4,}/gi, '[secret]').replace(/\b[\w-]{32,}\b/g, '[secret]')

const detailOf = (error: ModelError): { readonly detail?: string } =>
  error.message === undefined || error.message === ''
    ? {}
    : { detail: withoutKeys(error.message).slice(0, longestDetail) }

const subjectOf = (error: ModelError): { readonly subject?: string } =>
  error.url !== undefined && URL.canParse(error.url) ? { subject: new URL(error.url).host } : {}

const retryAfter = (error: ModelError): { readonly retryAfterSeconds?: number } => {
  const seconds = Number(error.responseHeaders?.['retry-after'])
  return Number.isFinite(seconds) && seconds >= 0 ? { retryAfterSeconds: seconds } : {}
}

const failureOfStatus = (status: number, error: ModelError): Failure => {
  const about = subjectOf(error)
  if (status === 401 || status === 403) return failure('model-key', about)
  if (status === 429) return failure('model-rate-limited', { ...about, ...retryAfter(error) })
  return failure('model-failed', { ...about, ...detailOf(error) })
}

const unreachable: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
])

const causesOf = (error: unknown): readonly unknown[] => {
  if (typeof error !== 'object' || error === null) return []
  return [
    ...('cause' in error ? [error.cause] : []),
    ...('lastError' in error ? [error.lastError] : []),
    ...(listSchema.safeParse(error).data?.errors ?? []),
  ]
}

const chainOf = (error: unknown, depth = 0): readonly unknown[] =>
  depth > 6 ? [] : [error, ...causesOf(error).flatMap((cause) => chainOf(cause, depth + 1))]

const isUnreachable = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && unreachable.has(error.code)

const isDropped = (error: ModelError): boolean => /terminated|fetch failed|cannot connect/i.test(error.message ?? '')

/** What went wrong with the model, without anything of the raw error that could hold a secret. */
export const modelFailureOf = (error: unknown): Failure => {
  const chain = chainOf(error)
  const described = chain
    .map((link) => errorSchema.safeParse(link))
    .flatMap(({ data }) => (data === undefined ? [] : [data]))
  const answered = described.find(({ statusCode }) => statusCode !== undefined && statusCode >= 400)
  if (answered?.statusCode !== undefined) return failureOfStatus(answered.statusCode, answered)
  const offline = networkFailure(error)
  if (offline !== null) return offline
  const addressed = described.find(({ url }) => url !== undefined) ?? {}
  if (chain.some(isUnreachable) || described.some(isDropped)) return failure('model-unreachable', subjectOf(addressed))
  return failure('model-failed', detailOf(described[0] ?? {}))
}
