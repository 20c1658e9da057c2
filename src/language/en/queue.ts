/** Words on messages that wait until an answer is through. */
export const queue = {
  label: 'Messages that wait',
  add: 'Send after this answer',
  waiting_one: '{{count}} message is sent when the answer is through.',
  waiting_other: '{{count}} messages are sent one by one, each when the answer before it is through.',
  held_one: '{{count}} message waits here until you send it.',
  held_other: '{{count}} messages wait here until you send them.',
  edit: 'Edit waiting message',
  editing: 'Waiting message',
  save: 'Save',
  remove: 'Remove waiting message',
  send: 'Send now',
} as const
