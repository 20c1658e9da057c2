/** What the list of conversations says. */
export const threads = {
  label: 'Conversations',
  new: 'New chat',
  show: 'Conversations',
  hide: 'Close conversations',
  empty: 'What you ask will be listed here.',
  untitled: 'New conversation',
  running: 'Working',
  waiting: 'Waiting for you',
} as const

/** What a conversation says. */
export const chat = {
  log: 'Conversation',
  greeting: 'What can I do for you, {{name}}?',
  lead: 'Looking things up happens at once. Anything that changes something waits for your approval.',
  connectFirst: 'Connect an account first, so that there is something to work in.',
  openConnections: 'Open Connections',
  message: 'Message',
  placeholder: 'Ask for something…',
  send: 'Send',
  stop: 'Stop',
  hint: 'Enter sends · Shift+Enter starts a new line',
  tooLong_one: 'This is {{count, number}} character too long to send at once.',
  tooLong_other: 'This is {{count, number}} characters too long to send at once.',
  latest: 'Jump to latest',
  older: 'Load earlier messages',
  loadingOlder: 'Loading earlier messages…',
  loading: 'Opening the conversation…',
  thinking: 'Thinking',
  thoughts: 'How it got there',
  stopped: 'Stopped',
  you: 'You',
  assistant: 'Onbehalf',
  answered: 'The answer is complete.',
  imageLeftOut: 'Image left out: {{text}}',
} as const

/** What the bar says with which several pending calls are reviewed together. */
export const review = {
  label: 'Review',
  waiting_one: '{{count, number}} call waits for you',
  waiting_other: '{{count, number}} calls wait for you',
  ownLook_one: '{{count, number}} needs a look of its own: approve it on its card.',
  ownLook_other: '{{count, number}} need a look each: approve them on their cards.',
  approveAll: 'Approve all {{number, number}}: {{what}}',
  declineAll: 'Decline all',
  next: 'Next (Alt+Down)',
  previous: 'Previous (Alt+Up)',
} as const

/** What the quick-ask window says. */
export const quickAnswer = {
  label: 'Quick ask',
  placeholder: 'What should be done?',
  open: 'Open in chat',
  again: 'Start over',
  signedOut: 'Sign in to ask.',
} as const
