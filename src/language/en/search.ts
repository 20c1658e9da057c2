/** Searching everything that was said. */
export const search = {
  label: 'Search conversations',
  clear: 'Clear the search',
  results: 'Search results',
  none: 'Nothing was said with these words.',
  found_one: '{{count}} result',
  found_other: '{{count}} results',
  more: 'Only the newest are listed. More words find less.',
  you: 'You',
  assistant: 'Assistant',
  archived: 'Archived',
} as const
