import type { Failure } from '../../contract/failure'
import type { Json, JsonObject } from '../../contract/json'
import type { Session } from '../identity/session'
import type { ExecutionOutcome, Scalekit } from '../scalekit/port'
import { canonical } from './arguments-hash'
import type { CallRecord } from './call-record'
import type { LookUpRead, LookUps } from './look-ups'
import type { CatalogTool } from './tool-catalog'

/** Runs a read as the person whose call is shown; undefined when the account has no such tool or it brought nothing. */
export type AccountRead = (tool: string, args: JsonObject) => Promise<Json | undefined>

/** A look at one account: its reads, and whether one of them had no answer. */
export type AccountLook = {
  readonly read: AccountRead
  /** The reads that the account has. */
  readonly tools: readonly CatalogTool[]
  /** Why the first read that brought no answer did not. */
  readonly problem: () => Failure | undefined
  /** A read took too long, so that what was not found out may be there all the same. */
  readonly incomplete: () => boolean
}

/** A call, the tools of the person it waits for, and how reads of its account are made. */
export type AskedAccount = {
  readonly call: { readonly account_id: string; readonly tool: string; readonly args: JsonObject }
  readonly tools: readonly CatalogTool[]
  readonly run: (
    read: LookUpRead,
    options: { readonly signal: AbortSignal; readonly timeoutMs: number },
  ) => Promise<ExecutionOutcome>
}

/** How a read of a call's account is asked for in Activity's sight. */
export const readsFor =
  (lookUps: LookUps, session: Session, call: CallRecord): AskedAccount['run'] =>
  (read, options) =>
    lookUps.run({ session, call }, read, options)

/** Reads of an account that serve no call. */
export const plainReads =
  (
    { execute }: Pick<Scalekit, 'execute'>,
    { identifier }: Session,
    of: { readonly account_id: string; readonly connection: string },
  ): AskedAccount['run'] =>
  (read, options) =>
    execute({ identifier, accountId: of.account_id, connection: of.connection, ...read, mayWrite: false }, options)

/** How long a look may take while somebody waits for it. */
export const patienceMs = 3000
const mostReads = 16

// Whoever is asked says no for good: asking once more would bring nothing.
const lasting: ReadonlySet<Failure['code']> = new Set(['tool-refused', 'tool-failed', 'tool-unknown', 'not-found'])

const timedOut = Symbol('timed out')

const untilTime = (signal: AbortSignal): Promise<typeof timedOut> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(timedOut)
    signal.addEventListener('abort', () => {
      resolve(timedOut)
    })
  })

/** Opens a look at the account of a call: a few reads in a short time, each made once. */
export const openAccountLook = ({ call, tools, run }: AskedAccount, timeoutMs = patienceMs): AccountLook => {
  const own = tools.filter(({ risk, record }) => risk === 'read' && record.accountId === call.account_id)
  // SECURITY: nobody approves these, so they are tools that only look, of the very account that the call would use.
  const allowed = new Set(own.map(({ record }) => record.name))
  const signal = AbortSignal.timeout(timeoutMs)
  const late = untilTime(signal)
  const made = new Map<string, Promise<Json | undefined>>()
  const found: { problem?: Failure; incomplete: boolean } = { incomplete: false }
  const ask: AccountRead = async (tool, args) => {
    const outcome = await Promise.race([run({ tool, args }, { signal, timeoutMs }), late])
    if (outcome === timedOut || outcome.kind === 'stopped') {
      found.incomplete = true
      return undefined
    }
    if (outcome.kind === 'done') return outcome.data
    found.problem ??= outcome.failure
    if (!lasting.has(outcome.failure.code)) found.incomplete = true
    return undefined
  }
  return {
    tools: own,
    problem: () => found.problem,
    incomplete: () => found.incomplete,
    read: (tool, args) => {
      if (!allowed.has(tool)) return Promise.resolve(undefined)
      const key = `${tool} ${canonical(args)}`
      const known = made.get(key)
      if (known !== undefined) return known
      if (signal.aborted || made.size >= mostReads) {
        found.incomplete = true
        return Promise.resolve(undefined)
      }
      const reading = ask(tool, args)
      made.set(key, reading)
      return reading
    },
  }
}
