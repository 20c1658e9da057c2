import type { Json, JsonObject } from '../../contract/json'
import type { Session } from '../identity/session'
import type { CallRecord } from './call-record'
import type { LookUps } from './look-ups'
import type { CatalogTool } from './tool-catalog'

/** Runs a read as the person whose call is shown; undefined when the account has no such tool or it brought nothing. */
export type ReadAccount = (tool: string, args: JsonObject) => Promise<Json | undefined>

/** A call of a person, and the tools that this person has. */
export type CallOf = { readonly session: Session; readonly call: CallRecord; readonly tools: readonly CatalogTool[] }

const patienceMs = 3000

/** The tools of the very account that a call would use. */
export const ownTools = ({ call, tools }: Pick<CallOf, 'call' | 'tools'>): readonly CatalogTool[] =>
  tools.filter(({ record }) => record.accountId === call.account_id && record.connection === call.connection)

/** Opens a reader for a call that waits: every read is made once, and none after three seconds. */
export const openAccountReader = (lookUps: LookUps, of: CallOf): ReadAccount => {
  // SECURITY: nobody approves these, so they are tools that only look, of the very account that the call would use.
  const allowed = new Set(ownTools(of).flatMap(({ risk, record }) => (risk === 'read' ? [record.name] : [])))
  const signal = AbortSignal.timeout(patienceMs)
  const made = new Map<string, Promise<Json | undefined>>()
  const readOnce: ReadAccount = async (tool, args) => {
    const outcome = await lookUps.run(of, { tool, args }, { signal, timeoutMs: patienceMs })
    return outcome.kind === 'done' ? outcome.data : undefined
  }
  return (tool, args) => {
    if (signal.aborted || !allowed.has(tool)) return Promise.resolve(undefined)
    const key = JSON.stringify([tool, args])
    const reading = made.get(key) ?? readOnce(tool, args)
    made.set(key, reading)
    return reading
  }
}
