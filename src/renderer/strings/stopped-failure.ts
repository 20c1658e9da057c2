import type { Failure } from '../../contract/failure'
import type { Words } from './failure-words'

const counted = (count: string | undefined, one: string, many: string): string =>
  count === '1' ? `1 ${one}` : `${count ?? '0'} ${many}`

const stoppedWords = ({ subject: stopped, detail: sent }: Failure): string => {
  if (stopped === undefined || stopped === '0') return 'Nothing was at work, so there was nothing to stop.'
  const first = `${counted(stopped, 'conversation was', 'conversations were')} stopped.`
  if (sent === undefined || sent === '0') return `${first} No change was on its way.`
  return `${first} ${counted(sent, 'change had', 'changes had')} been sent already: it ends as it ends, and its card says how.`
}

/** What is said once everything was stopped. */
export const stoppedFailure: Record<'everything-stopped', Words> = {
  'everything-stopped': { sentence: stoppedWords, button: 'Dismiss' },
}
