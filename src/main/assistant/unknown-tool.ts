import { jsonObjectSchema } from '../../contract/json'
import { failure } from '../platform/failures'
import { hashArguments } from './arguments-hash'
import { boundJson } from './bounded-json'
import type { NewCall } from './journal'
import { safeName } from './tool-catalog'

const longestTitle = 80
const mostArguments = 20_000

/** A name that a model made up, as one short line: what can't be seen in it is left out. */
export const madeUpName = (name: string): string =>
  name
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, longestTitle)

const argumentsOf = (args: unknown): NewCall['args'] => {
  const given = jsonObjectSchema.safeParse(args).data ?? {}
  return jsonObjectSchema.safeParse(boundJson(given, mostArguments).value).data ?? {}
}

/** Who asked for a tool that is not there, and when. */
export type AskedInVain = Pick<NewCall, 'id' | 'person' | 'thread_title'> & { readonly now: number }

/**
 * The row of a call of a tool that is not there. It belongs to no connection and no account, and it has ended before
 * it began: nothing can carry it out.
 */
export const unknownCall = (
  { now, ...asked }: AskedInVain,
  name: string,
  args: unknown,
): Omit<NewCall, 'thread_id' | 'message_id'> => {
  const title = madeUpName(name)
  const shown = argumentsOf(args)
  return {
    ...asked,
    model_tool: safeName(name === '' ? '_' : name),
    connection: '',
    provider_name: '',
    account_id: '',
    tool: title,
    title,
    risk: 'write',
    args: shown,
    args_hash: hashArguments(shown),
    args_schema: {},
    account: {},
    state: 'failed',
    decision: 'refused',
    failure: failure('tool-unknown', { subject: title, action: { kind: 'none' } }),
    started_at: now,
    ended_at: now,
  }
}
