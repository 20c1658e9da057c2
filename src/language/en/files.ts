/** Words on files that are attached to messages. */
export const files = {
  attach: 'Attach files',
  drop: 'Drop the files to attach them',
  label: 'Attached files',
  show: 'Show',
  remove: 'Remove {{name}}',
  reading: 'Reading files…',
  attached_one: '{{count}} file is attached.',
  attached_other: '{{count}} files are attached.',
  dismiss: 'Dismiss',
  refused: {
    type: '“{{name}}” was not attached: it is not a text, CSV or Markdown file.',
    name: '“{{name}}” was not attached: its name is too long or has characters that no name should have.',
    size: '“{{name}}” was not attached: it is too large.',
    count: '“{{name}}” was not attached: there are too many files.',
    total: '“{{name}}” was not attached: the files are too large together.',
    text: '“{{name}}” was not attached: it can’t be read as text in UTF-8.',
    failed: '“{{name}}” was not attached: it could not be kept on this computer.',
  },
  allowed:
    'A message takes up to {{count, number}} files ({{endings}}) in UTF-8, each up to {{size}} and {{total}} together.',
  about: '{{size}}, as it was when it was attached',
  content: 'What {{name}} says',
  empty: 'This file is empty.',
  onlyBeginning: 'Only the beginning is shown here.',
  close: 'Close',
  copied: 'Attached file: {{name}}',
} as const
