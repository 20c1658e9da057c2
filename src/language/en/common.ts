/** Words that stand in several places. */
export const common = {
  app: 'Onbehalf',
  cancel: 'Cancel',
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  delete: 'Delete',
  deleted: '“{{title}}” is deleted.',
  items_one: '{{count}} item',
  items_other: '{{count}} items',
} as const
