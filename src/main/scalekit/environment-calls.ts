import type { DescMessage, DescMethodUnary, MessageInitShape, MessageShape } from '@bufbuild/protobuf'
import { Code, ConnectError } from '@connectrpc/connect'
import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import type { Clock } from '../platform/clock'
import type { ScalekitSettings } from '../platform/configuration'
import { failure } from '../platform/failures'
import { callFailure } from './call-failure'
import { describeFault, type CallFault } from './call-fault'
import { createEnvironmentToken } from './environment-token'
import { redactSecrets } from './redaction'
import { sdkHeaders } from './sdk-headers'
import { createWire } from './wire'

/** When a call ends by itself, and what ends it from outside. */
type CallOptions = { readonly signal?: AbortSignal | undefined; readonly timeoutMs?: number }

/** A method of the environment and what it is called with. */
type Call<I extends DescMessage, O extends DescMessage> = {
  readonly method: DescMethodUnary<I, O>
  readonly request: MessageInitShape<I>
}

/** Calls to the environment, authenticated. */
export type EnvironmentCalls = {
  /** Calls once. A second request leaves only when the first was turned away unauthenticated, so was not executed. */
  readonly once: <I extends DescMessage, O extends DescMessage>(
    call: Call<I, O>,
    options?: CallOptions,
  ) => Promise<Result<MessageShape<O>, CallFault>>
  /** Calls what only reads, and once more when the answer got lost on the way. */
  readonly read: <I extends DescMessage, O extends DescMessage>(
    call: Call<I, O>,
  ) => Promise<Result<MessageShape<O>, Failure>>
  readonly warm: () => Promise<Result<null, Failure>>
  readonly reset: () => void
  /** What the person knows the environment by. */
  readonly host: string
}

/** How long things may take, in milliseconds. */
export type CallLimits = { readonly connectMs: number; readonly tokenMs: number; readonly callMs: number }

/** What the calls need of their surroundings. */
export type EnvironmentCallsOptions = {
  readonly settings: ScalekitSettings
  readonly clock: Pick<Clock, 'now'>
  readonly limits: CallLimits
}

const isUnauthenticated = (fault: CallFault): boolean =>
  fault.kind === 'answered' && fault.status === Code.Unauthenticated && fault.tool === undefined

const gotLost = (fault: CallFault): boolean =>
  (fault.kind === 'answered' && fault.status === Code.Unavailable) ||
  (fault.kind === 'lost' && fault.how === 'connection' && fault.sent)

const untilAborted = async <T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | 'aborted'> => {
  if (signal === undefined) return await work
  return await new Promise((resolve, reject) => {
    const stop = (): void => {
      resolve('aborted')
    }
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) stop()
    void work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', stop)
    })
  })
}

/** Makes the calls of one environment; nothing is sent until the first. */
export const createEnvironmentCalls = ({ settings, clock, limits }: EnvironmentCallsOptions): EnvironmentCalls => {
  const { host } = settings.environmentUrl
  const token = createEnvironmentToken({ settings, clock, timeoutMs: limits.tokenMs })
  const wire = createWire({ environmentUrl: settings.environmentUrl, connectTimeoutMs: limits.connectMs })
  const redact = (text: string): string => redactSecrets(text, token.secrets())

  const send = async <I extends DescMessage, O extends DescMessage>(
    call: Call<I, O>,
    bearer: string,
    { signal, timeoutMs = limits.callMs }: CallOptions,
  ): Promise<Result<MessageShape<O>, CallFault>> => {
    const { transport, sent } = wire.transportForCall()
    const header = { ...sdkHeaders, authorization: `Bearer ${bearer}` }
    try {
      const answer = await transport.unary(call.method, signal, Math.max(1, timeoutMs), header, call.request)
      return ok(answer.message)
    } catch (error) {
      const fault = describeFault(error, { sent: sent(), aborted: signal?.aborted === true, redact })
      // A missed deadline may mean a dead connection, which would take the next call down with it.
      if (fault.kind === 'lost' && fault.how === 'deadline') wire.reset()
      return err(fault)
    }
  }

  const authenticated = async <I extends DescMessage, O extends DescMessage>(
    call: Call<I, O>,
    options: CallOptions,
  ): Promise<Result<MessageShape<O>, CallFault> & { readonly bearer?: string }> => {
    const known = token.current()
    if (known !== undefined) return { ...(await send(call, known, options)), bearer: known }
    const startedAt = clock.now()
    const bearer = await untilAborted(token.get(), options.signal)
    if (bearer === 'aborted') return err({ kind: 'lost', how: 'aborted', sent: false, networkDown: false })
    if (!bearer.ok) return err({ kind: 'refused-token', failure: bearer.failure })
    const timeoutMs = (options.timeoutMs ?? limits.callMs) - (clock.now() - startedAt)
    return { ...(await send(call, bearer.value, { ...options, timeoutMs })), bearer: bearer.value }
  }

  const once: EnvironmentCalls['once'] = async (call, options = {}) => {
    const first = await authenticated(call, options)
    if (first.ok || first.bearer === undefined || !isUnauthenticated(first.failure)) return first
    token.discard(first.bearer)
    const second = await authenticated(call, options)
    if (second.ok || !isUnauthenticated(second.failure)) return second
    return err({ kind: 'refused-token', failure: failure('scalekit-credentials', { subject: host }) })
  }

  return {
    host,
    once,
    read: async (call) => {
      const first = await once(call)
      const last = !first.ok && gotLost(first.failure) ? await once(call) : first
      return last.ok ? last : err(callFailure(last.failure, host))
    },
    warm: async () => {
      const [bearer, opened] = await Promise.allSettled([token.get(), wire.open()])
      if (bearer.status === 'fulfilled' && !bearer.value.ok) return bearer.value
      if (opened.status === 'fulfilled') return ok(null)
      const fault = describeFault(ConnectError.from(opened.reason), { sent: false, aborted: false, redact })
      return err(callFailure(fault, host))
    },
    reset: wire.reset,
  }
}
