/** What is said while this computer has no network. */
export const offline = {
  title: 'You are offline',
  lead: 'Everything that is on this computer can be opened and read, and what you write is kept. What needs the network can be tried again once you are back.',
  lastTime:
    'You are shown what is on this computer, as {{name}}. Nothing is done in your accounts until the sign-in service answers; what you write is kept.',
  messages_one: '{{count, number}} message waits for the network.',
  messages_other: '{{count, number}} messages wait for the network.',
  approvals_one: '{{count, number}} conversation waits for your approval.',
  approvals_other: '{{count, number}} conversations wait for your approval.',
} as const
