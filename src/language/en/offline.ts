/** What is said while this computer has no network. */
export const offline = {
  title: 'You are offline',
  lead: 'Everything that is on this computer can be opened and read, and what you write is kept. What needs the network can be tried again once you are back.',
  messages_one: '{{count, number}} message waits for the network.',
  messages_other: '{{count, number}} messages wait for the network.',
  approvals_one: '{{count, number}} conversation waits for your approval.',
  approvals_other: '{{count, number}} conversations wait for your approval.',
} as const
