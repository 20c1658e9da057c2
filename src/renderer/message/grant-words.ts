import type { ToolCall } from '../../contract/conversation'
import type { Grant } from '../../contract/grants'
import type { GrantTarget } from '../../contract/trust'
import { formatMoment } from '../../language/formats'
import { t } from '../../language/words'
import { callPlace } from './call-words'

const kindOf = (argument: string): string => {
  const kind = argument.replace(/_?ids?$/i, '').replaceAll('_', ' ')
  return kind === '' ? t('grants.entry') : kind
}

/** Where a permission holds: board “Marketing” (123). */
export const targetText = ({ argument, id, name }: GrantTarget): string =>
  name === undefined
    ? t('grants.target', { kind: kindOf(argument), id })
    : t('grants.targetNamed', { kind: kindOf(argument), name, id })

/** As whom a permission holds: as Ada in Northwind (Monday.com). */
export const whoseText = (call: ToolCall): string => {
  const { label, workspace } = call.account
  const who = label ?? call.person.name
  const place = callPlace(call)
  return workspace === undefined ? t('grants.whose', { who, place }) : t('grants.whoseIn', { who, workspace, place })
}

/** How long a permission still holds. */
export const untilText = ({ duration, expiresAt }: Grant): string =>
  duration === 'thread' ? t('grants.inOneThread') : t('grants.until', { until: formatMoment(expiresAt) })

/** That a call was allowed beforehand, and until when. */
export const allowedText = (grant: Grant | undefined): string => {
  if (grant === undefined) return t('grants.allowed')
  return grant.duration === 'thread'
    ? t('grants.allowedHere')
    : t('grants.allowedUntil', { until: formatMoment(grant.expiresAt) })
}

/** How often a permission was used, and when last. */
export const usesText = ({ uses: count, lastUsedAt }: Grant): string =>
  lastUsedAt === undefined
    ? t('grants.uses', { count })
    : t('grants.usesLast', { count, when: formatMoment(lastUsedAt) })
