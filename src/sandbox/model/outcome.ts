import type { LanguageModelV4ToolResultPart } from '@ai-sdk/provider'
import { jsonSchema, type Json, type JsonObject } from '../../contract/json'
import { isJsonObject } from '../arguments'

/** What became of a call, as the prompt tells it. `open`: nobody has decided or answered yet. */
export type Outcome =
  | { readonly kind: 'done'; readonly data: Json }
  | { readonly kind: 'declined' | 'unknown' | 'open' }
  | { readonly kind: 'failed'; readonly reason: string }

/** Reads what became of a call out of its result. */
export const outcomeOf = ({ output }: LanguageModelV4ToolResultPart): Outcome => {
  switch (output.type) {
    case 'text':
      return outcomeOfData(parsedText(output.value))
    case 'json':
      return outcomeOfData(jsonOrText(output.value))
    case 'execution-denied':
      return { kind: 'declined' }
    case 'error-text':
      return { kind: 'failed', reason: output.value }
    case 'error-json':
      return { kind: 'failed', reason: JSON.stringify(output.value) }
    case 'content':
      return outcomeOfData(parsedText(output.value.map((part) => (part.type === 'text' ? part.text : '')).join('')))
  }
}

const jsonOrText = (value: unknown): Json => {
  if (typeof value === 'string') return parsedText(value)
  const parsed = jsonSchema.safeParse(value)
  return parsed.success ? parsed.data : null
}

const parsedText = (text: string): Json => {
  try {
    const parsed = jsonSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : text
  } catch {
    return text
  }
}

/** What an app puts around a result may hold, besides the result itself. */
const wrapperKeys: ReadonlySet<string> = new Set(['untrusted', 'data', 'executionId', 'truncated', 'note'])

const outcomeOfData = (value: Json): Outcome => {
  if (!isJsonObject(value)) return { kind: 'done', data: value }
  const wrapped = value['data'] !== undefined && Object.keys(value).every((key) => wrapperKeys.has(key))
  return statedOutcome(value) ?? { kind: 'done', data: wrapped ? jsonOrText(value['data']) : value }
}

/** What an app says in place of a result: that there is none, and why. */
const statedOutcome = (value: JsonObject): Outcome | undefined => {
  if (value['declined'] === true) return { kind: 'declined' }
  if (value['outcome'] === 'unknown') return { kind: 'unknown' }
  if (value['pending'] === true) return { kind: 'open' }
  if (value['stopped'] === true) return { kind: 'failed', reason: 'it was stopped before it was through.' }
  if (typeof value['error'] === 'string') return { kind: 'failed', reason: reasonIn(value['error'], value['detail']) }
  return undefined
}

/** The app's own sentence, and the provider's words when it passes them on. */
const reasonIn = (error: string, detail: Json | undefined): string =>
  typeof detail === 'string' && detail !== '' ? `${error} ${detail}` : error
