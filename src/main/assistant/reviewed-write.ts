import type { Json, JsonObject } from '../../contract/json'
import type { Change } from '../../contract/trust'
import type { ReadAccount } from './account-reader'

/** What a call would change: what was read, what it asks for, and both as people read them. */
export type Difference = Change & {
  /** As the provider keeps it, to compare one reading with the next. */
  readonly was: Json
  readonly becomes: Json
}

/** One use of one tool. */
export type ToolUse = { readonly tool: string; readonly args: JsonObject }

/** What taking a call back is built from. Before it is carried out there is no result. */
export type Undoable = {
  readonly args: JsonObject
  readonly seen: JsonObject | null
  readonly result: Json | undefined
}

/** A write that was reviewed by hand: what it is about, how that is read, and how it is taken back. */
export type ReviewedWrite = {
  /** The arguments that say what it is about: pointed at something else, what was read says nothing any more. */
  readonly about: readonly string[]
  /** Reads what is there; undefined when that can't be read. */
  readonly find?: (args: JsonObject, read: ReadAccount) => Promise<JsonObject | undefined>
  /** What it would change in what was read. */
  readonly changes?: (args: JsonObject, seen: JsonObject) => readonly Difference[]
  /** The calls that take it back, the best one first; none: it can't be taken back. */
  readonly undo?: (undoable: Undoable) => readonly ToolUse[]
}

/** The reviewed writes of one provider by tool. */
export type ReviewedWrites = Readonly<Record<string, ReviewedWrite>>

type About = Partial<Pick<Difference, 'title' | 'argument' | 'key' | 'before' | 'after'>>

/** A difference; shown as it is kept unless said otherwise. */
export const difference = (
  field: string,
  [was, becomes]: readonly [was: Json, becomes: Json],
  about: About = {},
): Difference => ({ field, was, becomes, before: was, after: becomes, ...about })

/** A value in the words of a text: what is empty is one and the same. */
export const wordsOf = (value: Json | undefined): string => {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Whether two values say the same, whatever their type and case. */
export const saysSame = (one: Json | undefined, other: Json | undefined): boolean =>
  wordsOf(one).trim().toLowerCase() === wordsOf(other).trim().toLowerCase()

const isArray = (value: Json): value is readonly Json[] => Array.isArray(value)

const idOf = (object: JsonObject): string | undefined => {
  const id = object['id']
  return typeof id === 'number' || (typeof id === 'string' && id !== '') ? String(id) : undefined
}

const within = (value: Json): readonly Json[] => {
  if (typeof value !== 'object' || value === null) return []
  return isArray(value) ? value : Object.values(value)
}

const mostDepth = 5

/** The outermost object of a result that has an id: what was made or changed. */
export const subjectOf = (result: Json | undefined): JsonObject | undefined => {
  let level: readonly Json[] = result === undefined ? [] : [result]
  for (let depth = 0; depth < mostDepth; depth += 1) {
    const found = level
      .filter((value): value is JsonObject => typeof value === 'object' && value !== null && !isArray(value))
      .find((object) => idOf(object) !== undefined)
    if (found !== undefined) return found
    level = level.flatMap(within)
  }
  return undefined
}

/** Takes back what was made: nothing of it stays. Before it is made its id is empty. */
export const madeThen =
  (uses: (id: string, args: JsonObject) => readonly ToolUse[]): NonNullable<ReviewedWrite['undo']> =>
  ({ args, result }) => {
    const id = result === undefined ? '' : idOf(subjectOf(result) ?? {})
    return id === undefined ? [] : uses(id, args)
  }

/** Puts back what was there; undefined when what was read doesn't tell all of it. */
export const restoring =
  (use: (args: JsonObject, seen: JsonObject) => ToolUse | undefined): NonNullable<ReviewedWrite['undo']> =>
  ({ args, seen }) => {
    const found = seen === null ? undefined : use(args, seen)
    return found === undefined ? [] : [found]
  }

/** How a write of plain fields of one thing is reviewed. */
export type FieldsWrite = {
  readonly tool: string
  /** The argument that names the thing. */
  readonly id: string
  readonly fields: readonly string[]
  readonly find: (id: string, read: ReadAccount) => Promise<JsonObject | undefined>
}

// An empty text takes a text away; what else was empty has no value to put back.
const previous = (value: Json | undefined, given: Json): Json | undefined =>
  value === null && typeof given === 'string' ? '' : (value ?? undefined)

/** Reviews a write that sets plain fields of one thing: what was in them is put back by the same tool. */
export const fieldsWrite = ({ tool, id, fields, find }: FieldsWrite): ReviewedWrite => {
  const given = (args: JsonObject) => Object.entries(args).filter(([name]) => fields.includes(name))
  return {
    about: [id],
    find: async (args, read) => await find(wordsOf(args[id]), read),
    changes: (args, seen) =>
      given(args)
        .filter(([name]) => seen[name] !== undefined)
        .map(([name, value]) => difference(name, [seen[name] ?? null, value], { argument: name })),
    undo: restoring((args, seen) => {
      const before = given(args).map(([name, value]) => [name, previous(seen[name], value)] as const)
      if (before.length === 0 || before.some(([, value]) => value === undefined)) return undefined
      const restored = before.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
      return { tool, args: { [id]: args[id] ?? '', ...Object.fromEntries(restored) } }
    }),
  }
}
