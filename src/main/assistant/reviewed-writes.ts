import type { JsonObject } from '../../contract/json'
import type { Change, Undo } from '../../contract/trust'
import type { CallRecord } from './call-record'
import { saysSame, type Difference, type ReviewedWrite, type ToolUse, type Undoable } from './reviewed-write'
import type { CatalogTool } from './tool-catalog'
import { intercomWrites } from './writes-intercom'
import { mondayWrites } from './writes-monday'

const reviewed: ReadonlyMap<string, ReviewedWrite> = new Map(Object.entries({ ...mondayWrites, ...intercomWrites }))

/** The review of a tool, if there is one. */
export const reviewOf = (tool: string): ReviewedWrite | undefined => reviewed.get(tool)

/** What a call would change in what was read. */
export const differencesOf = (tool: string, args: JsonObject, seen: JsonObject | null): readonly Difference[] =>
  seen === null ? [] : (reviewOf(tool)?.changes?.(args, seen) ?? [])

/** The differences as a card shows them. */
export const shownChanges = (differences: readonly Difference[]): Change[] =>
  differences.map(({ field, title, argument, key, before, after }) => ({
    field,
    before,
    after,
    ...(title === undefined ? {} : { title }),
    ...(argument === undefined ? {} : { argument }),
    ...(key === undefined ? {} : { key }),
  }))

const nothingChanges = (differences: readonly Difference[]): boolean =>
  differences.length > 0 && differences.every(({ was, becomes }) => saysSame(was, becomes))

/** The tool of this account that takes a call back, and with which arguments; undefined when none does. */
export const inverseOf = (
  tool: string,
  undoable: Undoable,
  tools: readonly CatalogTool[],
): { readonly tool: CatalogTool; readonly use: ToolUse } | undefined => {
  if (nothingChanges(differencesOf(tool, undoable.args, undoable.seen))) return undefined
  for (const use of reviewOf(tool)?.undo?.(undoable) ?? []) {
    const found = tools.find(({ record }) => record.name === use.tool)
    if (found !== undefined) return { tool: found, use }
  }
  return undefined
}

/** Whether a call can be taken back, as far as is known. */
export const undoOf = (
  call: Pick<CallRecord, 'tool' | 'args' | 'snapshot' | 'result'>,
  tools: readonly CatalogTool[],
): Undo => {
  const undoable = { args: call.args, seen: call.snapshot, result: call.result?.value }
  const inverse = inverseOf(call.tool, undoable, tools)
  return inverse === undefined ? { kind: 'none' } : { kind: 'possible', title: inverse.tool.title }
}

const sameArguments = (names: readonly string[], one: JsonObject, other: JsonObject): boolean =>
  names.every((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]))

/** What was read for a call, if it is still about the same thing with these arguments. */
export const seenWith = (
  call: Pick<CallRecord, 'tool' | 'args' | 'snapshot' | 'changes' | 'undo'>,
  given: JsonObject,
): Pick<CallRecord, 'snapshot' | 'changes' | 'undo'> => {
  const { snapshot, changes, undo } = call
  const same = sameArguments(reviewOf(call.tool)?.about ?? [], call.args, given)
  return same ? { snapshot, changes, undo } : { snapshot: null, changes: null, undo: null }
}

/** Whether what a call changed is as it left it, as far as that can be compared. */
export const isAsCallLeftIt = (now: readonly Difference[]): boolean =>
  now.every(({ was, becomes }) => typeof becomes === 'object' || saysSame(was, becomes))

/** Whether what a call would change is not what it was when its card was shown. */
export const changedMeanwhile = (shown: readonly Difference[], now: readonly Difference[]): boolean =>
  now.some((difference) => {
    const before = shown.find(({ field, key }) => field === difference.field && key === difference.key)
    return before !== undefined && !saysSame(before.was, difference.was)
  })
