import { Ajv, type ValidateFunction } from 'ajv'
import type { JsonObject } from '../contract/json'
import { ToolRefusal, type ToolDefinition } from './sample-provider'

/** Checks arguments against a tool's own schema, as the provider's gateway does. Throws `ToolRefusal`. */
export type CheckArguments = (tool: ToolDefinition, args: JsonObject) => void

/** Makes a checker that compiles each schema once. */
export const createArgumentsCheck = (): CheckArguments => {
  const ajv = new Ajv({ strict: false, allErrors: true })
  const compiled = new Map<string, ValidateFunction>()
  return (tool, args) => {
    const validate = compiled.get(tool.name) ?? ajv.compile(tool.input_schema)
    compiled.set(tool.name, validate)
    if (validate(args)) return
    throw new ToolRefusal('invalid', `Invalid arguments: ${ajv.errorsText(validate.errors, { dataVar: 'arguments' })}`)
  }
}

/** A text argument, if given and not empty. */
export const textOf = (args: JsonObject, name: string): string | undefined => {
  const value = args[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A text argument that the schema requires; an empty one is refused. */
export const requiredText = (args: JsonObject, name: string): string => {
  const value = textOf(args, name)
  if (value === undefined) throw new ToolRefusal('invalid', `Invalid arguments: ${name} must not be empty`)
  return value
}

/** A number argument, if given. */
export const numberOf = (args: JsonObject, name: string): number | undefined => {
  const value = args[name]
  return typeof value === 'number' ? value : undefined
}

/** A list-of-texts argument; empty when not given. */
export const textsOf = (args: JsonObject, name: string): readonly string[] => {
  const value = args[name]
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}

/** An object argument; empty when not given. */
export const objectOf = (args: JsonObject, name: string): JsonObject => {
  const value = args[name]
  return isJsonObject(value) ? value : {}
}

/** Tells a JSON object from every other JSON value. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
