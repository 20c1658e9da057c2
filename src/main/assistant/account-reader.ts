import type { Json, JsonObject } from '../../contract/json'
import type { AssistantDependencies } from './dependencies'
import type { CatalogTool } from './tool-catalog'
import type { AskedAccount } from './whose-account'

/** Runs a read as the person whose call is shown; undefined when the account has no such tool or it brought nothing. */
export type ReadAccount = (tool: string, args: JsonObject) => Promise<Json | undefined>

const patienceMs = 3000

/** The tools of the very account that a call would use. */
export const ownTools = ({ call, tools }: Pick<AskedAccount, 'call' | 'tools'>): readonly CatalogTool[] =>
  tools.filter(({ record }) => record.accountId === call.account_id && record.connection === call.connection)

/** Opens a reader for a call that waits: every read is made once, and none after three seconds. */
export const openAccountReader = (
  { scalekit }: Pick<AssistantDependencies, 'scalekit'>,
  asked: AskedAccount,
): ReadAccount => {
  const { session, call } = asked
  // SECURITY: nobody approves these, so they are tools that only look, of the very account that the call would use.
  const allowed = new Set(ownTools(asked).flatMap(({ risk, record }) => (risk === 'read' ? [record.name] : [])))
  const signal = AbortSignal.timeout(patienceMs)
  const made = new Map<string, Promise<Json | undefined>>()
  const readOnce: ReadAccount = async (tool, args) => {
    const { identifier } = session
    const { account_id: accountId, connection } = call
    const outcome = await scalekit.execute(
      { identifier, accountId, connection, tool, args, mayWrite: false },
      { signal, timeoutMs: patienceMs },
    )
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
