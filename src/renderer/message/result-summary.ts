import { isBinary } from '../../contract/plain/binary'
import { withHiddenNamed } from '../../contract/plain/hidden-characters'
import type { Json, JsonObject } from '../../contract/json'
import { isObject } from '../../contract/plain/main-list'
import { t } from '../../language/words'

const idIn = (value: JsonObject): string | undefined => {
  const id = value['id'] ?? Object.entries(value).find(([key]) => key.endsWith('_id'))?.[1]
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined
}

const maximumDepth = 4

/** The id of what a call made or changed: the outermost one in its result. */
export const resultId = (value: Json): string | undefined => {
  let level: readonly Json[] = [value]
  for (let depth = 0; depth < maximumDepth; depth += 1) {
    const objects = level.filter(isObject)
    const id = objects.map(idIn).find((candidate) => candidate !== undefined)
    if (id !== undefined) return id
    level = objects.flatMap((object) => Object.values(object))
  }
  return undefined
}

const longestCell = 300

/** A cell as a person reads it. */
export const cellText = (value: Json | undefined): string => {
  if (value === undefined || value === null) return ''
  if (isBinary(value)) return t('result.binary', { count: value.bytes })
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return withHiddenNamed(text.length > longestCell ? `${text.slice(0, longestCell)}…` : text)
}

/** A value as text, word for word but for the bytes that were left out of it. */
export const jsonText = (value: Json): string =>
  withHiddenNamed(
    typeof value === 'string'
      ? value
      : JSON.stringify(
          value,
          (_key, field: Json) => (isBinary(field) ? t('result.binary', { count: field.bytes }) : field),
          2,
        ),
  )
