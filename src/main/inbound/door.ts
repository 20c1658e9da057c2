import type { ZodType } from 'zod'
import type { Channel } from '../../contract/channels'
import type { Failure } from '../../contract/failure'
import { methods, type Reply, type RequestOf, type ResponseOf } from '../../contract/methods'
import { err, ok } from '../../contract/result'
import { failure } from '../platform/failures'
import type { Handlers } from './handlers'

type Methods = {
  readonly [C in Channel]: { readonly request: ZodType<RequestOf<C>>; readonly response: ZodType<ResponseOf<C>> }
}

// The same table, typed so that a channel's schemas and handler belong together.
const table: Methods = methods

/** The most that a window may send at once. */
export const maximumRequestBytes = 1024 * 1024

const isSmallEnough = (request: unknown): boolean => {
  try {
    return Buffer.byteLength(JSON.stringify([request])) <= maximumRequestBytes
  } catch {
    // Not JSON: a cycle or a BigInt, which no window of ours sends.
    return false
  }
}

/** What the door needs besides the schemas: who answers, and where to report what should not have happened. */
export type DoorOptions = {
  readonly handlers: Handlers
  readonly onError: (channel: Channel, error: unknown) => void
}

const answer = async <C extends Channel>(options: DoorOptions, channel: C, raw: unknown): Promise<Reply<C>> => {
  const request = table[channel].request.safeParse(raw)
  if (!request.success) return err(failure('request-invalid', { subject: channel }))
  const reply = await options.handlers[channel](request.data)
  // Whatever a handler returns beyond the contract stays here.
  return reply.ok ? ok(table[channel].response.parse(reply.value)) : err(reply.failure)
}

/** Answers one call of a window. Never rejects: what went wrong unexpectedly is reported, and said without details. */
export type Door = (channel: Channel, raw: unknown) => Promise<Reply<Channel> | { ok: false; failure: Failure }>

/** Makes the one door through which windows reach main: size, schema, handler, schema of the answer. */
export const createDoor =
  (options: DoorOptions): Door =>
  async (channel, raw) => {
    try {
      if (!isSmallEnough(raw)) return err(failure('request-invalid', { subject: channel }))
      return await answer(options, channel, raw)
    } catch (error) {
      options.onError(channel, error)
      return err(failure('internal'))
    }
  }
