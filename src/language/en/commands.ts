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

/** The keys of commands in Settings. */
export const keyboard = {
  lead: 'Keys count while an Onbehalf window is in front. Everything can be reached with Tab and Enter, too.',
  command: 'Command',
  keys: 'Keys',
  none: 'none',
  fixed: 'Always these keys, so that they are known when it counts.',
  change: 'Change',
  changeOf: 'Change the keys of “{{command}}”',
  recording: 'Press the keys…',
  recordingNote: 'Esc leaves them as they are, Backspace takes them away.',
  unusable: 'A shortcut needs {{modifier}} or Alt, or is one of the F keys.',
  taken: '{{keys}} always belongs to “{{command}}”.',
  moved: '{{keys}} was “{{command}}”, which has no keys now.',
  reset: 'Reset',
  resetOf: 'Reset the keys of “{{command}}”',
  resetAll: 'Give all commands their own keys back',
} as const
