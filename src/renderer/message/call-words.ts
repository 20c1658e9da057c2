import { withHiddenNamed } from '../../contract/plain/hidden-characters'
import type { Account, ToolCall } from '../../contract/conversation'
import { ownName } from '../state/connections'
import { en } from '../strings/en'
import type { BadgeTone } from '../ui/badge'

/** What a call does and where: "Create item in Monday.com". */
export const callName = (call: ToolCall): string => withHiddenNamed(en.call.inProvider(call.title, call.providerName))

/** The provider, and which of its connections where there may be several: "Monday.com, monday-prod". */
export const callPlace = (call: Pick<ToolCall, 'connection' | 'providerName'>): string => {
  if (isMadeUp(call)) return en.call.noSuchTool
  const name = ownName({ name: call.connection, providerName: call.providerName })
  return name === null ? call.providerName : `${call.providerName}, ${name}`
}

/** Whether the model called a tool that is not there: such a call belongs to no connection. */
export const isMadeUp = ({ connection }: Pick<ToolCall, 'connection'>): boolean => connection === ''

/** Whose account it is, in one line: "Ada Lovelace (ada@northwind.example), Northwind"; null when nothing is known. */
export const accountWords = ({ label, email, tenant }: Account): string | null => {
  const who = label !== undefined && email !== undefined ? `${label} (${email})` : (label ?? email)
  const parts = [who, tenant].filter((part) => part !== undefined)
  return parts.length === 0 ? null : parts.join(', ')
}

/** How long a call took, when it has ended. */
export const callDuration = (call: ToolCall): string | null =>
  call.endedAt === undefined ? null : durationText(call.endedAt - (call.approvedAt ?? call.startedAt))

/** A length of time in few characters: "<0.1 s", "2.4 s", "3 min". */
export const durationText = (milliseconds: number): string => {
  const seconds = Math.max(0, milliseconds) / 1000
  if (seconds < 0.1) return '<0.1 s'
  return seconds < 60 ? `${seconds.toFixed(seconds < 10 ? 1 : 0)} s` : `${Math.round(seconds / 60)} min`
}

/** The colour of what a call can do. */
export const riskTone: Record<ToolCall['risk'], BadgeTone> = {
  read: 'neutral',
  write: 'warn',
  destructive: 'danger',
  'open-world': 'outside',
}

/** The colour of where a call stands. */
export const stateTone: Record<ToolCall['state'], BadgeTone> = {
  running: 'neutral',
  pending: 'warn',
  claimed: 'neutral',
  sent: 'neutral',
  done: 'good',
  failed: 'danger',
  unknown: 'warn',
  declined: 'neutral',
  stopped: 'neutral',
  withdrawn: 'neutral',
}
