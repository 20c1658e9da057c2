import { withHiddenNamed } from '../../contract/plain/hidden-characters'
import type { Account, ToolCall } from '../../contract/conversation'
import { formatDuration } from '../../language/formats'
import { t } from '../../language/words'
import { ownName } from '../state/connections'
import type { BadgeTone } from '../ui/badge'

const titleIn = ({ title, providerName: provider }: ToolCall): string =>
  title.toLowerCase().includes(provider.toLowerCase()) ? title : t('call.inProvider', { title, provider })

/** What a call does and where: "Create item in Monday.com". */
export const callName = (call: ToolCall): string => withHiddenNamed(titleIn(call))

/** The provider, and which of its connections where there may be several: "Monday.com, monday-prod". */
export const callPlace = (call: Pick<ToolCall, 'connection' | 'providerName'>): string => {
  if (isMadeUp(call)) return t('call.noSuchTool')
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

const shortestMs = 100

/** How long something took; what took next to no time took a tenth of a second. */
export const durationText = (milliseconds: number): string => formatDuration(Math.max(shortestMs, milliseconds))

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
