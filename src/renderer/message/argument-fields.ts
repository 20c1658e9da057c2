import type { Json, JsonObject } from '../../contract/json'
import { t } from '../../language/words'
import type { ArgumentsEdit } from '../state/arguments-edit'

/** An argument as a person fills it in. */
export type ArgumentField = {
  readonly name: string
  readonly label: string
  readonly hint: string | undefined
  readonly required: boolean
  readonly kind: 'text' | 'long-text' | 'number' | 'boolean' | 'choice' | 'json'
  readonly choices: readonly string[]
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const strings = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []

/** "board_id" as people read it: "Board ID". */
export const readable = (name: string): string => {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[_\-\s]+/)
    .filter((word) => word !== '')
    .map((word) =>
      /^(ids?|urls?|html|json|api)$/i.test(word) ? word.toUpperCase().replace(/S$/, 's') : word.toLowerCase(),
    )
  const sentence = words.join(' ')
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

const typeOf = (schema: JsonObject, value: Json | undefined): string => {
  const declared = schema['type']
  if (typeof declared === 'string') return declared
  const first = strings(declared).find((type) => type !== 'null')
  if (first !== undefined) return first
  return typeof value === 'string' || value === undefined ? 'string' : 'object'
}

const longNames = /(^|_)(body|text|content|description|comment|note|html|markdown|reply)$/

const textKind = (name: string, value: Json | undefined): 'text' | 'long-text' =>
  longNames.test(name) || (typeof value === 'string' && (value.length > 60 || value.includes('\n')))
    ? 'long-text'
    : 'text'

// A value that is not of the type that the schema says is shown as it is, in JSON.
const fits = (type: string, value: Json | undefined): boolean =>
  value === undefined || typeof value === (type === 'integer' ? 'number' : type)

const kindOf = (name: string, schema: JsonObject, value: Json | undefined): ArgumentField['kind'] => {
  const type = typeOf(schema, value)
  if (!fits(type, value)) return 'json'
  if (type === 'string') return strings(schema['enum']).length > 0 ? 'choice' : textKind(name, value)
  if (type === 'number' || type === 'integer') return 'number'
  return type === 'boolean' ? 'boolean' : 'json'
}

const textIn = (schema: JsonObject, key: string): string | undefined => {
  const value = schema[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/**
 * The arguments of a call as fields, from its JSON Schema: the required and the given ones first. An argument that the
 * schema doesn't know is a field too: everything that will be sent is on the card.
 */
export const argumentFields = (schema: JsonObject, given: JsonObject): readonly ArgumentField[] => {
  const properties = isObject(schema['properties']) ? schema['properties'] : {}
  const required = new Set(strings(schema['required']))
  const names = [...new Set([...required, ...Object.keys(given), ...Object.keys(properties)])]
  return names.map((name) => {
    const property = properties[name]
    const own = isObject(property) ? property : {}
    return {
      name,
      label: textIn(own, 'title') ?? readable(name),
      hint: textIn(own, 'description'),
      required: required.has(name),
      kind: kindOf(name, own, given[name]),
      choices: strings(own['enum']),
    }
  })
}

const isJson = (value: unknown): value is Json =>
  typeof value !== 'object' || value === null || Object.values(value).every(isJson)

/** Parses JSON without throwing; undefined when it isn't. */
export const parseJson = (text: string): { readonly value: Json } | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return isJson(value) ? { value } : undefined
  } catch {
    return undefined
  }
}

/** Parses a JSON object; undefined when it isn't one. */
export const parseJsonObject = (text: string): JsonObject | undefined => {
  const parsed = parseJson(text)
  return isObject(parsed?.value) ? parsed.value : undefined
}

const problemOfText = (field: ArgumentField, text: string): string | undefined => {
  if (text.trim() === '') return undefined
  if (field.kind === 'number') return Number.isFinite(Number(text)) ? undefined : t('call.notNumber')
  return parseJson(text) === undefined ? t('call.notJson') : undefined
}

/** What is wrong with a field as it is filled in, or undefined. */
export const problemOf = (field: ArgumentField, edit: ArgumentsEdit): string | undefined => {
  const typed = edit.texts[field.name]
  const problem = typed === undefined ? undefined : problemOfText(field, typed)
  if (problem !== undefined) return problem
  const value = edit.args[field.name]
  return field.required && (value === undefined || value === '') ? t('call.emptyRequired') : undefined
}

/** What is wrong with the whole object as it is typed, or undefined. */
export const problemOfRaw = (edit: ArgumentsEdit): string | undefined => {
  const typed = edit.texts['']
  if (typed === undefined || parseJsonObject(typed) !== undefined) return undefined
  return parseJson(typed) === undefined ? t('call.notJson') : t('call.notObject')
}

/** Whether the arguments can be sent as they are filled in. */
export const isSendable = (fields: readonly ArgumentField[], edit: ArgumentsEdit): boolean =>
  problemOfRaw(edit) === undefined && fields.every((field) => problemOf(field, edit) === undefined)

const without = <T>(record: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== name))

const setValue = (edit: ArgumentsEdit, name: string, value: Json | undefined): ArgumentsEdit => ({
  ...edit,
  args: value === undefined ? without(edit.args, name) : { ...edit.args, [name]: value },
})

const parsedText = (field: ArgumentField, text: string): Json | undefined => {
  if (text.trim() === '') return undefined
  if (field.kind === 'number') return Number.isFinite(Number(text)) ? Number(text) : undefined
  return parseJson(text)?.value
}

/** The edit after a person typed into a field. What does not parse yet stays in `texts`. */
export const typeInto = (edit: ArgumentsEdit, field: ArgumentField, text: string): ArgumentsEdit => {
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return setValue(edit, field.name, text === '' && !field.required ? undefined : text)
    case 'choice':
      return setValue(edit, field.name, text === '' ? undefined : text)
    case 'boolean':
      return setValue(edit, field.name, text === '' ? undefined : text === 'true')
    case 'number':
    case 'json': {
      const typed = { ...edit, texts: { ...edit.texts, [field.name]: text } }
      if (problemOfText(field, text) !== undefined) return typed
      return setValue(typed, field.name, parsedText(field, text))
    }
  }
}

/** The edit after a person typed into the whole object. */
export const typeRaw = (edit: ArgumentsEdit, text: string): ArgumentsEdit => {
  const args = parseJsonObject(text)
  return { args: args ?? edit.args, texts: { '': text } }
}

/** Whether the arguments differ from those that the assistant prepared. */
export const isEdited = (given: JsonObject, edit: ArgumentsEdit | undefined): boolean =>
  edit !== undefined && (JSON.stringify(edit.args) !== JSON.stringify(given) || problemOfRaw(edit) !== undefined)

/** What a field shows. */
export const shownText = (field: ArgumentField, edit: ArgumentsEdit): string => {
  const typed = edit.texts[field.name]
  if (typed !== undefined) return typed
  const value = edit.args[field.name]
  if (value === undefined) return ''
  return typeof value === 'string' && field.kind !== 'json' ? value : JSON.stringify(value, null, 2)
}
