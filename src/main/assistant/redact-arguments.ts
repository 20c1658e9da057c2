import { jsonObjectSchema, jsonSchema, type Json, type JsonObject } from '../../contract/json'

const hidden = '[redacted]'
const longestText = 4000
const deepestSchema = 12

const secretNames =
  /pass(?:word|phrase|code)|(?:^|[_-])(?:pwd|pin|otp)(?:$|[_-])|token|secret|api[_-]?key|private[_-]?key|credential|authorization|(?:^|[_-])auth(?:$|[_-])|cookie/i

const secretTexts: readonly RegExp[] = [
  /\b(?:Bearer|Basic|DPoP)\s+[\w.~+/=-]{6,}/gi,
  /\beyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g,
  /\b(?:sk|pk|rk|skc|xox[a-z]|gh[a-z]|github_pat|glpat|AIza|AKIA)[-_]?[\w-]{12,}/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /(?<=\b(?:access_token|refresh_token|id_token|client_secret|token|secret|api_key|apikey|password)["']?\s*[=:]\s*["']?)[^\s"'&,;}]+/gi,
]

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const objectsOf = (value: Json | undefined): readonly JsonObject[] => {
  if (Array.isArray(value)) return value.filter(isObject)
  return isObject(value) ? [value] : []
}

const pointed = (root: JsonObject, reference: Json | undefined): readonly JsonObject[] => {
  if (typeof reference !== 'string' || !reference.startsWith('#/')) return []
  const found = reference
    .slice(2)
    .split('/')
    .reduce<Json | undefined>((value, name) => (isObject(value) ? value[name] : undefined), root)
  return objectsOf(found)
}

// A schema and whatever it says through references and alternatives: one that calls a value secret is enough.
const allOf = (root: JsonObject, schema: JsonObject, depth = 0): readonly JsonObject[] => {
  if (depth > deepestSchema) return [schema]
  const more = [
    ...pointed(root, schema['$ref']),
    ...['allOf', 'anyOf', 'oneOf'].flatMap((name) => objectsOf(schema[name])),
  ]
  return [schema, ...more.flatMap((one) => allOf(root, one, depth + 1))]
}

const marksSecret = (schema: JsonObject): boolean => schema['writeOnly'] === true || schema['format'] === 'password'

const shortened = (text: string): string =>
  text.length <= longestText
    ? text
    : `${text.slice(0, longestText)}… [${String(text.length - longestText)} more characters]`

type Place = { readonly root: JsonObject; readonly schemas: readonly JsonObject[] }

const below = ({ root, schemas }: Place, field: string | null): Place => ({
  root,
  schemas: schemas
    .flatMap((schema) => {
      if (field === null) return objectsOf(schema['items'])
      const properties = schema['properties']
      const own = isObject(properties) ? objectsOf(properties[field]) : []
      return own.length > 0 ? own : objectsOf(schema['additionalProperties'])
    })
    .flatMap((schema) => allOf(root, schema)),
})

const embedded = (text: string): Json | undefined => {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    return jsonSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

const redactText = (text: string, place: Place): string => {
  // Some tools take JSON as text: what is inside has names of its own.
  const inner = embedded(text)
  if (inner !== undefined) return shortened(JSON.stringify(redactValue(inner, { ...place, schemas: [] })))
  return shortened(secretTexts.reduce((rest, pattern) => rest.replace(pattern, hidden), text))
}

const redactField = (name: string, value: Json, place: Place): Json => {
  const there = below(place, name)
  const secret = secretNames.test(name) || there.schemas.some(marksSecret)
  return secret && value !== null ? hidden : redactValue(value, there)
}

const redactValue = (value: Json, place: Place): Json => {
  if (place.schemas.some(marksSecret)) return hidden
  if (typeof value === 'string') return redactText(value, place)
  if (Array.isArray(value)) return value.map((one: Json) => redactValue(one, below(place, null)))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, redactField(name, one, place)]))
}

/** Arguments without what their schema, their names or their looks say is a secret, and without the rest of long texts. */
export const redactArguments = (args: JsonObject, schema: JsonObject): JsonObject =>
  jsonObjectSchema.parse(redactValue(args, { root: schema, schemas: allOf(schema, schema) }))
