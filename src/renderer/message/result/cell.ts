import type { Json, JsonObject } from '../../../contract/json'
import { isObject } from '../../../contract/plain/main-list'
import { formatDate, formatMoment } from '../../../language/formats'
import { t } from '../../../language/words'
import { readable } from '../argument-fields'
import { hasTags } from '../html-as-markdown'
import { cellText } from '../result-summary'
import { momentOf, type Moment } from './moment'

/** A moment in few characters: the time of day only where it is of this year. */
export const momentText = ({ at, dayOnly }: Moment): string =>
  dayOnly || new Date(at).getFullYear() !== new Date().getFullYear() ? formatDate(at) : formatMoment(at)

const withoutTags = (text: string): string =>
  hasTags(text)
    ? text
        .replace(/<[^<>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
    : text

/** A field of a row as a person reads it: times as times, HTML without its tags. */
export const shownCell = (name: string, value: Json | undefined): string => {
  const moment = momentOf(name, value)
  if (moment !== undefined) return momentText(moment)
  if (typeof value === 'boolean') return value ? t('call.yes') : t('call.no')
  return cellText(typeof value === 'string' ? withoutTags(value) : value)
}

/** The name of a column. Words that a person wrote stay as they are; names of fields are made readable. */
export const columnName = (name: string): string =>
  /^\p{Lu}|\s/u.test(name) ? name : readable(name.replaceAll('.', ' '))

/** A row of a list as an object: one that was too long to come whole may be none any more. */
export const asRow = (row: Json): JsonObject => (isObject(row) ? row : { value: row })
