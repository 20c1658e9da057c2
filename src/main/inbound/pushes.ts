import type { ZodType } from 'zod'
import type { PushChannel } from '../../contract/channels'
import { pushSchemas, type PushOf } from '../../contract/methods'

type PushSchemas = { readonly [P in PushChannel]: ZodType<PushOf<P>> }

const table: PushSchemas = pushSchemas

/** Tells windows something, typed by channel. */
export type Push = <P extends PushChannel>(channel: P, payload: PushOf<P>) => void

/** Makes a push of a raw sender. What the contract does not name is cut off on the way. */
export const createPush =
  (send: (channel: string, payload: unknown) => void): Push =>
  (channel, payload) => {
    send(channel, table[channel].parse(payload))
  }
