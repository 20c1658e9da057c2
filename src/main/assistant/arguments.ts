import type { ErrorObject, ValidateFunction } from 'ajv'
import type { Failure } from '../../contract/failure'
import { jsonObjectSchema, type JsonObject } from '../../contract/json'
import { err, ok, type Result } from '../../contract/result'
import { failure } from '../platform/failures'

/** Checks a tool's arguments. */
export type ArgumentsCheck = {
  /** Parses what the model or a window gave. What comes back is what is shown, hashed and sent. */
  readonly parse: (args: unknown, schema: JsonObject) => Promise<Result<JsonObject, Failure>>
  /** Loads the validator ahead of its first use. */
  readonly load: () => Promise<void>
}

type Compile = (schema: JsonObject) => ValidateFunction

const mostErrors = 5

const sentenceOf = (error: ErrorObject): string => {
  const where = error.instancePath === '' ? 'arguments' : error.instancePath.slice(1).replaceAll('/', '.')
  return `${where} ${error.message ?? 'is not valid'}`
}

const invalid = (detail: string): Result<never, Failure> => err(failure('arguments-invalid', { detail }))

const compilers = async (): Promise<readonly Compile[]> => {
  const [{ Ajv }, { Ajv2020 }] = await Promise.all([import('ajv'), import('ajv/dist/2020')])
  // Formats and keywords that only the provider knows must not keep a call from being shown.
  const options = { strict: false, validateFormats: false, allErrors: true, logger: false } as const
  const draft7 = new Ajv(options)
  const draft2020 = new Ajv2020(options)
  return [(schema) => draft7.compile(schema), (schema) => draft2020.compile(schema)]
}

const withoutDialect = (schema: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id'))

const compiled = (schema: JsonObject, ways: readonly Compile[]): ValidateFunction | null => {
  for (const compile of ways) {
    try {
      return compile(withoutDialect(schema))
    } catch {
      continue
    }
  }
  return null
}

/**
 * Makes the check of arguments against JSON Schemas of any draft. A schema that does not compile can't refuse
 * anything: the arguments are then taken as they are, and a person still sees them before a write.
 */
export const createArgumentsCheck = (): ArgumentsCheck => {
  let ways: Promise<readonly Compile[]> | undefined
  const validators = new Map<string, ValidateFunction | null>()
  const load = (): Promise<readonly Compile[]> => (ways ??= compilers())
  const validatorOf = async (schema: JsonObject): Promise<ValidateFunction | null> => {
    const key = JSON.stringify(schema)
    const known = validators.get(key)
    if (known !== undefined) return known
    const validator = compiled(schema, await load())
    validators.set(key, validator)
    return validator
  }
  return {
    load: async () => {
      await load()
    },
    parse: async (args, schema) => {
      const object = jsonObjectSchema.safeParse(args ?? {})
      if (!object.success) return invalid('The arguments are not a JSON object.')
      const validate = await validatorOf(schema)
      if (validate === null || validate(object.data)) return ok(object.data)
      return invalid((validate.errors ?? []).slice(0, mostErrors).map(sentenceOf).join('; '))
    },
  }
}
