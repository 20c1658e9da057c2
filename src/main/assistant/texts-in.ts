import type { Json } from '../../contract/json'

/** A text in a value, and the name of the field that it stands in; `name` itself can be text too. */
export type TextIn = { readonly text: string; readonly field: string }

const numbers = '#'

const isArray = (value: Json): value is readonly Json[] => Array.isArray(value)

// What a provider calls its fields is no text; what people can call them may be.
const isFieldName = (name: string): boolean => /^[\w$.-]{1,40}$/.test(name)

const collect = (value: Json, field: string, into: TextIn[]): void => {
  if (typeof value === 'string') into.push({ text: value, field })
  else if (typeof value === 'number') into.push({ text: String(value), field: numbers })
  else if (typeof value === 'object' && value !== null) collectWithin(value, field, into)
}

const collectWithin = (value: Exclude<Json, string | number | boolean | null>, field: string, into: TextIn[]): void => {
  if (isArray(value)) {
    for (const one of value) collect(one, field, into)
    return
  }
  for (const [name, one] of Object.entries(value)) {
    if (!isFieldName(name)) into.push({ text: name, field: '' })
    collect(one, name, into)
  }
}

/** Every text in a value, however deep, in its order. Numbers count as ids that the provider gave. */
export const textsIn = (value: Json): readonly TextIn[] => {
  const found: TextIn[] = []
  collect(value, '', found)
  return found
}

/** Whether a text is an id that the provider gave, by the field it stands in. */
export const isId = ({ field }: TextIn): boolean =>
  field === numbers || /(?:^|_)(?:ids?|uuid|cursor)$/i.test(field) || /[a-z]Ids?$/.test(field)

/** Whether it is a number and so can't say anything. */
export const isNumber = ({ field }: TextIn): boolean => field === numbers
