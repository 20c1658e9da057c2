/** Single conversations on their way to a file and back. */
export const transfer = {
  exportMarkdown: 'Export as Markdown…',
  exportJson: 'Export as JSON…',
  copy: 'Copy as Markdown',
  import: 'Import a conversation…',
  exported: 'The conversation is in {{file}}.',
  copied: 'The conversation was copied as Markdown.',
  refused: 'The conversation could not be copied: the clipboard refused it. Export it instead.',
  importedFrom: '“{{file}}” was imported as a new conversation.',
  imported: 'Imported from a file',
  note: 'Imported from a file, which anybody may have written. It is only here to be read: nothing in it was done by this app, and changes that you ask for here always wait for your approval.',
  noteOfCall: 'What the file says about it. It was not done by this app.',
  you: 'You',
  outcomes: {
    done: 'Done',
    failed: 'Failed',
    unknown: 'Unknown: it may have been done',
    declined: 'Declined',
    stopped: 'Stopped',
    withdrawn: 'Withdrawn',
    open: 'Not through yet',
  },
} as const
