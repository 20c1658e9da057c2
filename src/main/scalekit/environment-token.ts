import { z } from 'zod'
import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import type { Clock } from '../platform/clock'
import type { ScalekitSettings } from '../platform/configuration'
import { failure, networkFailure } from '../platform/failures'

/** The environment's access token: fetched once however many calls ask together, and again before it ends. */
export type EnvironmentToken = {
  /** The token at hand, while it is good. */
  readonly current: () => string | undefined
  readonly get: () => Promise<Result<string, Failure>>
  /** Forgets this token, unless a newer one has taken its place already. */
  readonly discard: (token: string) => void
  /** What must never be shown: the client secret and the current token. */
  readonly secrets: () => readonly string[]
}

/** What the token needs of its surroundings. */
export type EnvironmentTokenOptions = {
  readonly settings: ScalekitSettings
  readonly clock: Pick<Clock, 'now'>
  readonly timeoutMs: number
}

type Token = { readonly text: string; readonly renewAt: number }

const answerSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().positive().default(300) })
const renewBeforeMs = 60_000

const endpointOf = (environment: URL): URL => new URL('oauth/token', new URL('/', environment))

const refusalOf = (response: Response, host: string): Failure => {
  if ([400, 401, 403].includes(response.status)) return failure('scalekit-credentials', { subject: host })
  if (response.status === 429) {
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
    return failure('scalekit-rate-limited', {
      subject: host,
      ...(Number.isFinite(seconds) ? { retryAfterSeconds: seconds } : {}),
    })
  }
  const code = [502, 503, 504].includes(response.status) ? 'scalekit-unreachable' : 'scalekit-failed'
  return failure(code, { subject: host, detail: `HTTP ${String(response.status)}` })
}

const requestToken = async ({ settings, timeoutMs }: EnvironmentTokenOptions): Promise<Response> =>
  await fetch(endpointOf(settings.environmentUrl), {
    method: 'POST',
    // SECURITY: the body holds the client secret; it goes to the configured host and is never redirected elsewhere.
    redirect: 'error',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: settings.clientId,
      client_secret: settings.clientSecret.reveal(),
    }),
    signal: AbortSignal.timeout(timeoutMs),
  })

const fetchToken = async (options: EnvironmentTokenOptions): Promise<Result<Token, Failure>> => {
  const { host } = options.settings.environmentUrl
  const startedAt = options.clock.now()
  try {
    const response = await requestToken(options)
    if (!response.ok) return err(refusalOf(response, host))
    const answer = answerSchema.safeParse(await response.json().catch(() => null))
    if (!answer.success) return err(failure('scalekit-failed', { subject: host, detail: 'No token in the answer.' }))
    const lifetime = answer.data.expires_in * 1000
    // A token that lives shorter than the margin is used for half its life.
    return ok({
      text: answer.data.access_token,
      renewAt: startedAt + Math.max(lifetime - renewBeforeMs, lifetime / 2),
    })
  } catch (error) {
    return err(failure(networkFailure(error) === null ? 'scalekit-unreachable' : 'network-down', { subject: host }))
  }
}

/** Keeps the environment's token. A wrong secret is the failure `scalekit-credentials`; nothing is thrown. */
export const createEnvironmentToken = (options: EnvironmentTokenOptions): EnvironmentToken => {
  let current: Token | undefined
  let pending: Promise<Result<string, Failure>> | undefined

  const renew = async (): Promise<Result<string, Failure>> => {
    const fetched = await fetchToken(options)
    pending = undefined
    if (!fetched.ok) return fetched
    current = fetched.value
    return ok(fetched.value.text)
  }

  const usable = (): string | undefined =>
    current !== undefined && options.clock.now() < current.renewAt ? current.text : undefined

  return {
    current: usable,
    get: async () => {
      const text = usable()
      if (text !== undefined) return ok(text)
      pending ??= renew()
      return await pending
    },
    discard: (token) => {
      if (current?.text === token) current = undefined
    },
    secrets: () => [options.settings.clientSecret.reveal(), ...(current === undefined ? [] : [current.text])],
  }
}
