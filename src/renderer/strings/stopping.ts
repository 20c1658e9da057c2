/** What is said about stopping and disconnecting everything. */
export const stopping = {
  everything: 'Stop everything',
  everythingHint: 'Stop everything (Ctrl/Cmd+Shift+X)',
  disconnect: 'Disconnect everything',
  lead: 'Deletes every connected account of yours, with the access that was given for it, and reads again what is left.',
  title: 'Disconnect everything?',
  goes: (names: readonly string[]) =>
    names.length === 0
      ? 'No account shows as connected. Whatever is still kept for you is deleted all the same.'
      : `These go: ${names.join(', ')}.`,
  also: 'What is at work stops, and what waits for your approval in these accounts is withdrawn. What was done in them stays done.',
  confirm: 'Disconnect everything',
  keep: 'Keep them',
  working: 'Deleting your connected accounts…',
  proof: (time: string) => `0 connected accounts, as read at ${time}.`,
  left: (count: number, time: string) =>
    count === 1
      ? `1 connected account is left, as read at ${time}.`
      : `${String(count)} connected accounts are left, as read at ${time}.`,
  unknownReason: 'It was deleted, but it is there again.',
  again: 'Try again',
} as const
