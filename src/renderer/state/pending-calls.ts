import type { ToolCall } from '../../contract/conversation'
import type { Failure } from '../../contract/failure'
import type { JsonObject } from '../../contract/json'
import { approvalOf, shownArguments, type Approval, type Approvals } from './approvals'

/** A call that waits for the person, with the arguments as they stand on its card. */
export type PendingCall = {
  readonly call: ToolCall
  readonly args: JsonObject
  /** It is approved on its own card only. */
  readonly ownLook: boolean
}

/** Pending calls of one tool of one connection that may be approved together. */
export type PendingKind = { readonly key: string; readonly pending: readonly PendingCall[] }

/** Everything in a thread that waits for a decision. */
export type PendingReview = {
  readonly pending: readonly PendingCall[]
  /** What can be approved with one click: two or more of a kind. */
  readonly kinds: readonly PendingKind[]
  /** How many have to be approved one by one. */
  readonly ownLooks: number
}

const waitsForAccount = (failure: Failure | undefined): boolean =>
  failure?.action.kind === 'reconnect' || failure?.action.kind === 'connect'

const waitsForPerson = (call: ToolCall, approval: Approval): boolean =>
  call.state === 'pending' &&
  call.risk !== 'read' &&
  // What is granted is about to go on by itself.
  call.grant === undefined &&
  !approval.deciding &&
  !waitsForAccount(call.failure)

/** Whether the arguments on the card can be sent as they are. */
export type Sendable = (call: ToolCall, approval: Approval) => boolean

// SECURITY: what can't be taken back, what others' words may be behind and what went wrong once is never one of many.
const needsOwnLook = (call: ToolCall, approval: Approval, sendable: Sendable): boolean =>
  call.risk !== 'write' ||
  call.thirdParty !== undefined ||
  call.failure !== undefined ||
  approval.failure !== undefined ||
  !sendable(call, approval)

const kindOf = ({ connection, tool }: ToolCall): string => `${connection} ${tool}`

const kindsOf = (pending: readonly PendingCall[]): readonly PendingKind[] => {
  const kinds = new Map<string, PendingCall[]>()
  for (const one of pending) {
    if (one.ownLook) continue
    const key = kindOf(one.call)
    kinds.set(key, [...(kinds.get(key) ?? []), one])
  }
  return [...kinds].flatMap(([key, same]) => (same.length > 1 ? [{ key, pending: same }] : []))
}

/** What of these calls waits for the person, in order, and what of it may be approved together. */
export const reviewOf = (calls: readonly ToolCall[], approvals: Approvals, sendable: Sendable): PendingReview => {
  const pending = calls.flatMap((call) => {
    const approval = approvalOf(approvals, call.id)
    if (!waitsForPerson(call, approval)) return []
    return [{ call, args: shownArguments(call, approval), ownLook: needsOwnLook(call, approval, sendable) }]
  })
  return { pending, kinds: kindsOf(pending), ownLooks: pending.filter(({ ownLook }) => ownLook).length }
}

/**
 * The call to go to after a decision: the first one still waiting after the last decided one, else the first that
 * waits. Undefined: none waits.
 */
export const nextAfter = (
  before: readonly string[],
  decided: ReadonlySet<string>,
  waiting: readonly string[],
): string | undefined => {
  const last = before.findLastIndex((id) => decided.has(id))
  return before.slice(last + 1).find((id) => waiting.includes(id)) ?? waiting[0]
}

/** The neighbour of a call among those that wait, around the ends. */
export const neighbour = (
  waiting: readonly string[],
  current: string | undefined,
  step: 1 | -1,
): string | undefined => {
  const at = current === undefined ? -1 : waiting.indexOf(current)
  if (at === -1) return step === 1 ? waiting[0] : waiting.at(-1)
  return waiting.at((at + step) % waiting.length)
}
