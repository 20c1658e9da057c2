import { z } from 'zod'
import type { Json } from '../../contract/json'
import type { GrantDuration, GrantOffer, GrantTarget } from '../../contract/trust'
import type { CallRecord } from './call-record'
import { reviewedTargets } from './grant-targets-reviewed'
import { reviewedRisks } from './risk'

/** What decides on what, and for how long, a call may be allowed from now on. */
export type GrantableCall = Pick<CallRecord, 'tool' | 'risk' | 'args' | 'args_schema'>

const containers = new Set(
  `board list project page database folder repository repo workspace space conversation thread channel chat ticket issue
   item task record row table base document doc file sheet spreadsheet calendar contact company deal lead opportunity
   group team milestone sprint epic collection article note`.split(/\s+/),
)

const requiredSchema = z.object({ required: z.array(z.string()) })
const oneId = /^[\w.:@#-]{1,200}$/

// Several ids, and what only looks like one, name no single place.
const idOf = (value: Json | undefined): string | undefined => {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined
  return typeof value === 'string' && oneId.test(value) ? value : undefined
}

const namesId = (key: string): boolean => /(^|_)ids?$/i.test(key) || /[a-z]Ids?$/.test(key)

const keysIn = (value: Json): readonly string[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)])
}

const namesContainer = (key: string): boolean => {
  const words = key.toLowerCase().split('_')
  return words.at(-1) === 'id' && containers.has(words.at(-2) ?? '')
}

// What nobody reviewed may do its work anywhere that an id points to: a second one, however deep, leaves it no place.
const guessedArgument = ({ args, args_schema }: GrantableCall): string | undefined => {
  const required = requiredSchema.safeParse(args_schema).data?.required ?? []
  const argument = required.find(namesContainer)
  return keysIn(args).filter(namesId).length === 1 ? argument : undefined
}

const argumentOf = (call: GrantableCall): string | undefined =>
  reviewedRisks.has(call.tool) ? reviewedTargets.get(call.tool) : guessedArgument(call)

/** The one thing that a call is about, by the argument that says where; null: none, or several. */
export const grantTargetOf = (call: GrantableCall): Pick<GrantTarget, 'argument' | 'id'> | null => {
  const argument = argumentOf(call)
  const id = argument === undefined ? undefined : idOf(call.args[argument])
  return argument === undefined || id === undefined ? null : { argument, id }
}

const everyDuration: readonly GrantDuration[] = ['thread', 'today', '30-days']

/**
 * For how long a tool may go on by itself. What takes away or reaches people outside: within its conversation only,
 * and what reaches outside only where a person reviewed what it does.
 */
export const grantDurationsOf = ({ tool, risk }: Pick<GrantableCall, 'tool' | 'risk'>): readonly GrantDuration[] => {
  switch (risk) {
    case 'read':
      return []
    case 'write':
      return everyDuration
    case 'destructive':
      return ['thread']
    case 'open-world':
      return reviewedRisks.has(tool) ? ['thread'] : []
  }
}

type OfferedCall = GrantableCall & Pick<CallRecord, 'account' | 'third_party' | 'undoes' | 'tool_hash'>

// Others' words may be behind such a call, or it takes something back: each is its own decision.
const isPlain = ({ third_party, undoes, tool_hash }: OfferedCall): boolean =>
  third_party === null && undoes === null && tool_hash !== null

const places = /^((parent_)?item|board|conversation|contact|ticket|company)_id$/

// The name on a card is of the innermost thing that the arguments name, which need not be the one that is allowed.
const nameOf = ({ account, args }: OfferedCall, argument: string): string | undefined =>
  Object.keys(args).some((key) => key !== argument && places.test(key)) ? undefined : account.object

/** The standing permission that could be given along with an approval of this call as it stands. */
export const grantOfferOf = (call: OfferedCall): GrantOffer => {
  const target = grantTargetOf(call)
  const durations = isPlain(call) ? grantDurationsOf(call) : []
  if (target === null || durations.length === 0) return { target: null, durations: [] }
  const name = nameOf(call, target.argument)
  return { target: { ...target, ...(name === undefined ? {} : { name }) }, durations: [...durations] }
}

/** Whether a call is about the very thing that was allowed. */
export const sameTarget = (call: GrantableCall, target: GrantTarget): boolean => {
  const own = grantTargetOf(call)
  return own !== null && own.argument === target.argument && own.id === target.id
}
