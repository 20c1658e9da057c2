import type { Grant, GrantEnd } from '../../contract/grants'
import type { GrantDuration, GrantTarget } from '../../contract/trust'

const durations: Record<GrantDuration, string> = {
  thread: 'In this conversation',
  today: 'Until midnight',
  '30-days': 'For 30 days',
}

const ends: Record<GrantEnd, string> = {
  expired: 'Ended: its time was over',
  revoked: 'Revoked by you',
  replaced: 'Replaced by a newer one',
  'tool-changed': 'Ended: the tool says or takes something else now',
  'account-changed': 'Ended: the account is somebody else’s now',
  disconnected: 'Ended: the account was disconnected',
  'thread-deleted': 'Ended: its conversation was deleted',
  'signed-out': 'Ended: you signed out',
}

const kindOf = (argument: string): string => {
  const kind = argument.replace(/_?ids?$/i, '').replaceAll('_', ' ')
  return kind === '' ? 'entry' : kind
}

const target = ({ argument, id, name }: GrantTarget): string =>
  name === undefined ? `${kindOf(argument)} ${id}` : `${kindOf(argument)} “${name}” (${id})`

const uses = (count: number): string => (count === 1 ? 'used once' : `used ${String(count)} times`)

/** What is said about things that may go on by themselves. */
export const grants = {
  button: 'Always allow…',
  sentence: (what: string, where: GrantTarget, whose: string) =>
    `From now on, “${what}” may run without asking on ${target(where)}, ${whose}. Anywhere else it still asks.`,
  legend: 'How long',
  durations,
  onlyHere: 'What deletes data or reaches people outside can be allowed in this conversation only.',
  otherWords: 'It still asks as soon as this conversation has read what other people wrote.',
  confirm: 'Approve and always allow',
  cancel: 'Cancel',
  checking: 'Allowed by you: checking that nothing has changed…',
  allowed: 'Allowed by you',
  allowedUntil: ({ duration }: Grant, until: string) =>
    duration === 'thread' ? 'Allowed by you in this conversation' : `Allowed by you until ${until}`,
  revoke: 'Revoke',
  revokeNamed: (what: string, where: GrantTarget) => `Revoke: ${what} on ${target(where)}`,
  title: 'Always allowed',
  lead: 'What may run without asking you. Each ends by itself when its time is over, when the tool or the account changes, and when you sign out.',
  loading: 'Reading what you allowed…',
  empty: 'Nothing: every change asks you first. “Always allow…” on an approval adds something here.',
  list: 'Always allowed now',
  endedList: 'Ended in the last days',
  revokeAll: 'Revoke all',
  on: (where: GrantTarget) => `On ${target(where)}`,
  until: ({ duration }: Grant, until: string) => (duration === 'thread' ? 'In one conversation' : `Until ${until}`),
  uses,
  lastUsed: (when: string) => `last ${when}`,
  ends,
} as const
