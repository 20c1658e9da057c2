import type { ActivityEntry, ActivityProblem, ActivityVerdict } from '../../contract/activity'

const decisions: Record<ActivityEntry['decision'], string> = {
  automatic: 'Ran by itself, it only reads',
  granted: 'Always allowed by you',
  refused: 'Not let through',
  approved: 'Approved',
  edited: 'Edited, then approved',
  declined: 'Declined',
  waiting: 'Waiting for you',
  withdrawn: 'Withdrawn',
}

const around = (time: string | null): string => (time === null ? '' : `, around ${time}`)

const problem = (found: ActivityProblem, timeOf: (at: number | null) => string | null): string => {
  switch (found.kind) {
    case 'changed':
      return `Entry ${String(found.number)} was changed${around(timeOf(found.at))}.`
    case 'missing':
      return found.first === found.last
        ? `Entry ${String(found.first)} is missing${around(timeOf(found.at))}.`
        : `Entries ${String(found.first)} to ${String(found.last)} are missing${around(timeOf(found.at))}.`
    case 'no-head':
      return 'The note of where the log ended is gone: whether later entries were cut off can’t be told.'
  }
}

const entries = (count: number): string => (count === 1 ? '1 entry' : `${String(count)} entries`)

/** What the Activity screen says. */
export const activity = {
  title: 'Activity',
  lead: 'Everything that was done or asked for in your accounts, newest first. Entries can’t be changed or deleted.',
  empty: 'Nothing has been done yet.',
  noMatch: 'No entry matches.',
  loading: 'Reading the activity…',
  more: 'Show earlier',
  decisions,
  filters: 'Which entries',
  search: 'Search',
  connection: 'Connection',
  outcome: 'Outcome',
  decision: 'Decision',
  from: 'From',
  to: 'To',
  any: 'Any',
  clear: 'Clear filters',
  tools: 'The log',
  check: 'Check the log',
  checking: 'Checking…',
  export: { csv: 'Export CSV', jsonl: 'Export JSONL' },
  exported: (count: number, file: string) => `${entries(count)} written to ${file}.`,
  notExported: 'Nothing was written.',
  sound: ({ entries: count }: ActivityVerdict) =>
    count === 0 ? 'The log is empty.' : `The log is whole: ${entries(count)}, none changed, none missing.`,
  broken: 'The log was tampered with or damaged.',
  problem,
  details: 'Details',
  detailsOf: (title: string) => `Details of “${title}”`,
  openThread: 'Open thread',
  inThread: (title: string) => `In “${title}”`,
  threadGone: (title: string) => `“${title}” was deleted`,
  arguments: 'Arguments (secrets left out)',
  argumentsHash: 'Hash of the arguments',
  execution: 'Execution at Scalekit',
  account: 'Account',
  decidedBy: 'Decided by',
  byItself: 'Nobody: it only reads',
  byApp: 'Onbehalf: it did not let it through',
  started: 'Asked',
  duration: 'Duration',
  grant: 'Allowed by',
  steps: 'Entries',
  lookUps: 'Looked up for this call, by the app',
  step: (number: number) => `Entry ${String(number)}`,
} as const
