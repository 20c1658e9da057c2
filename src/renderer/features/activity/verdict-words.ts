import type { ActivityProblem, ActivityVerdict } from '../../../contract/activity'
import { formatExactTime } from '../../../language/formats'
import { t } from '../../../language/words'

/** What is said of a log in which nothing is wrong. */
export const soundText = ({ entries: count }: ActivityVerdict): string =>
  count === 0 ? t('activity.soundEmpty') : t('activity.sound', { count })

const oneText = (kind: 'changed' | 'missing', number: number, time: string | null): string =>
  time === null ? t(`activity.${kind}`, { number }) : t(`activity.${kind}Around`, { number, time })

/** What is said of something that is wrong with a log. */
export const problemText = (problem: ActivityProblem): string => {
  if (problem.kind === 'no-head') return t('activity.noHead')
  const time = problem.at === null ? null : formatExactTime(problem.at)
  if (problem.kind === 'changed') return oneText('changed', problem.number, time)
  const { first, last } = problem
  if (first === last) return oneText('missing', first, time)
  return time === null
    ? t('activity.missingSeveral', { first, last })
    : t('activity.missingSeveralAround', { first, last, time })
}
