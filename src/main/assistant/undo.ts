import type { Failure } from '../../contract/failure'
import type { Json, JsonObject } from '../../contract/json'
import { err, ok, type Result } from '../../contract/result'
import type { Owner } from '../identity/identifier'
import type { Session } from '../identity/session'
import type { Database } from '../platform/database'
import { failure } from '../platform/failures'
import { openAccountReader, ownTools, type CallOf, type ReadAccount } from './account-reader'
import { hashArguments } from './arguments-hash'
import { fromTool, type DeskNeeds } from './call-desk'
import type { CallRecord } from './call-record'
import type { Events } from './events'
import type { NewCall } from './journal'
import type { LookUps } from './look-ups'
import { subjectOf, type ToolUse } from './reviewed-write'
import { differencesOf, inverseOf, isAsCallLeftIt, reviewOf } from './reviewed-writes'
import { attempt } from './saving'
import type { CatalogTool, ToolCatalog } from './tool-catalog'
import type { ThreadView } from './thread-view'

/** Taking back what was done: by a new call, which waits for approval like every other. */
export type Undoing = {
  readonly ask: (session: Session, callId: string) => Promise<Result<null, Failure>>
  /** Keeps what can be taken back up to date when a call is through. */
  readonly settled: (owner: Owner, call: CallRecord) => void
}

type Needs = Omit<DeskNeeds, 'carryOutCovered'> & {
  readonly database: Database
  readonly catalog: ToolCatalog
  readonly lookUps: LookUps
  readonly events: Events
  readonly view: ThreadView
}

type Inverse = { readonly tool: CatalogTool; readonly use: ToolUse }

type Prepared = Inverse & { readonly args: JsonObject }

const gone = (): Result<never, Failure> => err(failure('approval-gone'))

const typesIn = (schema: JsonObject, name: string): string => {
  const properties = schema['properties']
  const list = typeof properties === 'object' && properties !== null && !Array.isArray(properties) ? properties : {}
  return JSON.stringify(Object.entries(list).find(([property]) => property === name)?.[1] ?? null)
}

// Providers name things by numbers in one place and by texts in another.
const fitting = (value: Json, types: string): Json => {
  if (typeof value === 'number' && types.includes('"type":"string"')) return String(value)
  if (typeof value === 'string' && types.includes('"type":"integer"') && /^\d{1,15}$/.test(value)) return Number(value)
  return value
}

const fittingAll = (args: JsonObject, schema: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(args).map(([name, value]) => [name, fitting(value, typesIn(schema, name))]))

const touchedAt = (value: Json | undefined): Json | undefined => subjectOf(value)?.['updated_at']

const isAsMade = async ({ call }: CallOf, { use }: Inverse, read: ReadAccount): Promise<boolean> => {
  const made = await reviewOf(use.tool)?.find?.(use.args, read)
  const [then, now] = [touchedAt(call.result?.value), made?.['updated_at']]
  return then === undefined || now === undefined || then === now
}

// What was made is as it was made, or what was changed still says what the call wrote.
const isUntouched = async (needs: Needs, of: CallOf, inverse: Inverse): Promise<boolean> => {
  const { tool, args } = of.call
  if (reviewOf(tool)?.changes === undefined) return isAsMade(of, inverse, openAccountReader(needs.lookUps, of))
  return isAsCallLeftIt(differencesOf(tool, args, await needs.beforeAfter.look(of)))
}

const newCall = (needs: Needs, of: CallOf, inverse: Prepared) => {
  const { call, session } = of
  const made: Omit<NewCall, 'message_id'> = {
    ...fromTool(inverse.tool),
    id: needs.newId(),
    thread_id: call.thread_id,
    thread_title: needs.store.thread(session.owner, call.thread_id)?.title ?? call.thread_title,
    args: inverse.args,
    args_hash: hashArguments(inverse.args),
    person: session.person,
    ...needs.hands.atFirst(session, call.thread_id, inverse.tool.record),
    state: 'pending',
    decision: 'waiting',
    undoes: call.id,
    failure: null,
    started_at: needs.clock.now(),
    ended_at: null,
  }
  return made
}

const isOnPath = ({ store }: Needs, owner: Owner, { message_id }: CallRecord): boolean =>
  store.message(owner, message_id)?.active === 1

/** Adds the call in a message of its own, and says on the first call that it was asked for: both or neither. */
const addCall = (needs: Needs, of: CallOf, inverse: Prepared): CallRecord | undefined =>
  needs.database.transaction(() => {
    const { owner } = of.session
    const { id, thread_id } = of.call
    if (needs.journal.find(owner, id)?.undo?.kind !== 'possible' || !isOnPath(needs, owner, of.call)) return undefined
    const call = newCall(needs, of, inverse)
    const message = needs.store.addMessage(owner, {
      id: needs.newId(),
      thread_id,
      role: 'assistant',
      parts: [{ kind: 'tool-call', id: call.id }],
      status: 'complete',
      created_at: needs.clock.now(),
    })
    const added = needs.journal.add(owner, { ...call, message_id: message.id })
    needs.store.touchThread(owner, thread_id, needs.clock.now())
    needs.journal.step(owner, { id, from: ['done'] }, { state: 'done', undo: { kind: 'asked', callId: added.id } })
    needs.events.emit(owner, [{ kind: 'message', message: needs.view.message(owner, message) }])
    return added
  })

const show = (needs: Needs, of: CallOf): void => {
  const failed = (error: unknown): void => {
    needs.log.error('undo', error)
  }
  needs.hands.show(of.session, of.call, of.tools).catch(failed)
  needs.beforeAfter.show(of).catch(failed)
}

const publishAgain = (needs: Needs, owner: Owner, id: string): void => {
  const call = needs.journal.find(owner, id)
  if (call !== undefined) needs.calls.publish(owner, call)
}

const refuse = (needs: Needs, { session, call }: CallOf): Result<never, Failure> => {
  needs.calls.move(session.owner, call, { state: 'done', undo: { kind: 'none' } })
  return err(failure('changed-since', { subject: call.provider_name }))
}

const prepared = async (needs: Needs, of: CallOf): Promise<Result<Prepared, Failure>> => {
  const { args, snapshot, result, tool } = of.call
  const inverse = inverseOf(tool, { args, seen: snapshot, result: result?.value }, ownTools(of))
  if (inverse === undefined || !(await isUntouched(needs, of, inverse))) return refuse(needs, of)
  const { inputSchema } = inverse.tool.record
  const checked = await needs.check.parse(fittingAll(inverse.use.args, inputSchema), inputSchema)
  return checked.ok ? ok({ ...inverse, args: checked.value }) : checked
}

const undoable = (needs: Needs, owner: Owner, callId: string): Result<CallRecord, Failure> => {
  const call = needs.journal.find(owner, callId)
  if (call === undefined || needs.store.message(owner, call.message_id) === undefined) return err(failure('not-found'))
  return isOnPath(needs, owner, call) && call.state === 'done' && call.undo?.kind === 'possible' ? ok(call) : gone()
}

const wait = (needs: Needs, of: CallOf, inverse: Prepared): Result<null, Failure> => {
  const { owner } = of.session
  const added = attempt(() => addCall(needs, of, inverse))
  if (!added.ok) return added
  if (added.value === undefined) return gone()
  publishAgain(needs, owner, of.call.id)
  needs.calls.publish(owner, added.value)
  show(needs, { ...of, call: added.value })
  return ok(null)
}

const askWith =
  (needs: Needs): Undoing['ask'] =>
  async (session, callId) => {
    const call = undoable(needs, session.owner, callId)
    if (!call.ok) return call
    const tools = await needs.catalog.forSession(session)
    if (!tools.ok) return tools
    const of = { session, call: call.value, tools: tools.value }
    const inverse = await prepared(needs, of)
    return inverse.ok ? wait(needs, of, inverse.value) : inverse
  }

// Whoever declined to take it back, or was refused, may ask for it once more.
const askable = (needs: Needs, owner: Owner, call: CallRecord): void => {
  const first = call.undoes === null ? undefined : needs.journal.find(owner, call.undoes)
  if (first?.undo?.kind !== 'asked' || first.undo.callId !== call.id) return
  needs.calls.move(owner, first, { state: 'done', undo: { kind: 'possible', title: call.title } })
}

const offered = ({ tool, args, snapshot, result }: CallRecord): boolean =>
  (reviewOf(tool)?.undo?.({ args, seen: snapshot, result: result?.value ?? null }) ?? []).length > 0

/** Makes what takes calls back. */
export const createUndoing = (needs: Needs): Undoing => ({
  ask: askWith(needs),
  settled: (owner, call) => {
    if (['declined', 'failed', 'withdrawn'].includes(call.state)) askable(needs, owner, call)
    // What came back may not say what was made.
    if (call.state === 'done' && call.undo?.kind === 'possible' && !offered(call))
      needs.calls.move(owner, call, { state: 'done', undo: { kind: 'none' } })
  },
})
