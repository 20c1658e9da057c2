/** What the Connections screen says. */
export const connections = {
  title: 'Connections',
  lead: 'The accounts that Onbehalf may work in as you. You consent in the browser, and can disconnect at any time.',
  refresh: 'Check again',
  loading: 'Reading your connections…',
  empty: 'This environment has no connections yet. They are set up in the Scalekit dashboard.',
  search: 'Search connections',
  noneFound: 'No connection is called “{{words}}”.',
  connecting: 'Finish in your browser…',
  statuses: {
    connected: 'Connected',
    'not-connected': 'Not connected',
    waiting: 'Waiting for verification',
    expired: 'Expired',
    disconnected: 'Disconnected',
  },
  buttons: { connect: 'Connect', reconnect: 'Reconnect', disconnect: 'Disconnect' },
  named: { connect: 'Connect {{name}}', reconnect: 'Reconnect {{name}}', disconnect: 'Disconnect {{name}}' },
  disconnectTitle: 'Disconnect {{name}}?',
  disconnectText: 'Onbehalf can no longer work in {{name}} as you until you connect it again.',
  disconnectConfirm: 'Disconnect',
  keep: 'Keep it',
} as const

/** What is said about stopping and disconnecting everything. */
export const stopping = {
  everything: 'Stop everything',
  everythingHint: 'Stop everything (Ctrl/Cmd+Shift+X)',
  disconnect: 'Disconnect everything',
  lead: 'Deletes every connected account of yours, with the access that was given for it, and reads again what is left.',
  title: 'Disconnect everything?',
  goes: 'These go: {{names}}.',
  goesNone: 'No account shows as connected. Whatever is still kept for you is deleted all the same.',
  also: 'What is at work stops, and what waits for your approval in these accounts is withdrawn. What was done in them stays done.',
  confirm: 'Disconnect everything',
  keep: 'Keep them',
  working: 'Deleting your connected accounts…',
  proof: '0 connected accounts, as read at {{time}}.',
  left_one: '{{count, number}} connected account is left, as read at {{time}}.',
  left_other: '{{count, number}} connected accounts are left, as read at {{time}}.',
  unknownReason: 'It was deleted, but it is there again.',
  again: 'Try again',
} as const
