import type { z } from 'zod'
import type { Json, JsonObject } from '../../contract/json'
import { isJsonObject } from '../arguments'
import type { Outcome } from './outcome'

/** One use of a tool: its name in the catalogue, and the arguments. */
export type ToolUse = { readonly tool: string; readonly args: JsonObject }

/** What a plan does next: says something, and uses tools side by side. */
export type Step = { readonly say: string; readonly uses: readonly ToolUse[] }

/**
 * A plan, written as if every answer came at once: it yields steps, is given their outcomes, and returns
 * what to say at the end. It is run again from the start each time the model is asked.
 */
export type Plan<T = string> = Generator<Step, T, readonly Outcome[]>

/** Ends a plan early with something to say. */
export class PlanEnd extends Error {
  override readonly name = 'PlanEnd'
}

/** What to say about a write that didn't end well. */
export const shortfall = (outcome: Exclude<Outcome, { kind: 'done' }>): string => {
  switch (outcome.kind) {
    case 'declined':
      return 'You declined it, so it is not done. Nothing was changed.'
    case 'unknown':
      return 'I don’t know whether it was done: the answer was lost on the way. Please check before you ask again.'
    case 'failed':
      return `It was not done: ${sentence(outcome.reason)}`
    case 'open':
      return 'It is not done yet: the call still waits for your decision.'
  }
}

/** Uses a tool that only reads; ends the plan, saying why, when there is no answer. */
export function* read(say: string, use: ToolUse): Plan<Json> {
  const [outcome] = yield { say, uses: [use] }
  if (outcome?.kind === 'done') return outcome.data
  if (outcome?.kind === 'failed') throw new PlanEnd(`I couldn’t find that out: ${sentence(outcome.reason)}`)
  throw new PlanEnd('I couldn’t find that out: the call was not answered.')
}

/** Uses a tool that changes something; ends the plan, saying what became of it, when it wasn't done. */
export function* write(say: string, use: ToolUse): Plan<Json> {
  const [outcome] = yield { say, uses: [use] }
  if (outcome?.kind === 'done') return outcome.data
  throw new PlanEnd(shortfall(outcome ?? { kind: 'open' }))
}

/** The value at a path inside a result; `null` when it isn't there. */
export const at = (data: Json, ...path: readonly string[]): Json =>
  path.reduce<Json>((value, key) => (isJsonObject(value) ? (value[key] ?? null) : null), data)

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

/** The entries of a list that have the shape asked for; a shortened result may lack some. */
export const rows = <T>(list: Json, schema: z.ZodType<T>): readonly T[] =>
  isList(list) ? list.flatMap((entry) => parsed(entry, schema)) : []

const parsed = <T>(entry: Json, schema: z.ZodType<T>): readonly T[] => {
  const result = schema.safeParse(entry)
  return result.success ? [result.data] : []
}

/** A result in the shape asked for; ends the plan when it has another. */
export const shaped = <T>(value: Json, schema: z.ZodType<T>): T => {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new PlanEnd('The tool answered in a form that I can’t read.')
}

/** Text from outside, made safe to put into Markdown. */
export const plain = (text: string): string => text.replace(/[\\`*_[\]<>|#]/g, (character) => `\\${character}`)

/** Ends a text with a full stop unless it ends like a sentence already. */
export const sentence = (text: string): string => (/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`)
