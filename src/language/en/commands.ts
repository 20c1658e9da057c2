/** Commands, their palette and their keys. */
export const commands = {
  palette: 'Search commands',
  'new-chat': 'New chat',
  'new-window': 'New window',
  'focus-message': 'Write a message',
  'previous-thread': 'Previous conversation',
  'next-thread': 'Next conversation',
  'next-approval': 'Next approval that waits',
  stop: 'Stop this conversation',
  'stop-everything': 'Stop everything',
  'go-chat': 'Go to Chat',
  'go-prompts': 'Go to Prompts',
  'go-connections': 'Go to Connections',
  'go-activity': 'Go to Activity',
  'go-settings': 'Go to Settings',
  'sign-out': 'Sign out',
} as const

/** The palette. */
export const palette = {
  label: 'Command palette',
  open: 'Search commands and conversations',
  placeholder: 'Search for a command, a conversation, a prompt…',
  nothing: 'Nothing is called that.',
  commands: 'Commands',
  threads: 'Conversations',
  prompts: 'Saved prompts',
  connections: 'Connections',
  connect: 'Connect {{name}}',
  reconnect: 'Reconnect {{name}}',
  connected: 'Connected',
  untitled: 'Untitled',
  choose: 'choose',
  move: 'move',
  close: 'close',
  found_one: '{{count}} result',
  found_other: '{{count}} results',
} as const
