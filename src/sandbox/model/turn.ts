import type { LanguageModelV4Message, LanguageModelV4Prompt } from '@ai-sdk/provider'
import { jsonSchema, type Json } from '../../contract/json'
import { isJsonObject } from '../arguments'

/** What became of a call, as the prompt tells it. `open`: nobody has decided or answered yet. */
export type Outcome =
  | { readonly kind: 'done'; readonly data: Json }
  | { readonly kind: 'declined' | 'unknown' | 'open' }
  | { readonly kind: 'failed'; readonly reason: string }

/** A call that was made since the person last said something. */
export type MadeCall = { readonly tool: string; readonly input: unknown; readonly outcome: Outcome }

/** What the model has to go on: what the person asked last, and the calls made for it so far. */
export type Turn = { readonly request: string; readonly calls: readonly MadeCall[] }

type AssistantPart = Extract<LanguageModelV4Message, { role: 'assistant' }>['content'][number]
type ToolPart = Extract<LanguageModelV4Message, { role: 'tool' }>['content'][number]
type ResultPart = Extract<ToolPart, { type: 'tool-result' }>

/** Reads the current turn out of a prompt. */
export const readTurn = (prompt: LanguageModelV4Prompt): Turn => {
  const start = prompt.findLastIndex(({ role }) => role === 'user')
  const since = prompt.slice(start + 1)
  const parts = since.flatMap((message): (AssistantPart | ToolPart)[] =>
    message.role === 'assistant' || message.role === 'tool' ? message.content : [],
  )
  const results = parts.filter((part) => part.type === 'tool-result')
  const calls = parts
    .filter((part) => part.type === 'tool-call')
    .map(({ toolCallId, toolName, input }) => ({
      tool: toolName,
      input,
      outcome: outcomeOf(results.findLast((result) => result.toolCallId === toolCallId)),
    }))
  return { request: textOf(prompt[start]), calls }
}

const textOf = (message: LanguageModelV4Message | undefined): string =>
  message?.role === 'user' ? message.content.map((part) => (part.type === 'text' ? part.text : '')).join(' ') : ''

const outcomeOf = (result: ResultPart | undefined): Outcome => {
  if (result === undefined) return { kind: 'open' }
  const { output } = result
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
  if (value['declined'] === true) return { kind: 'declined' }
  if (value['outcome'] === 'unknown') return { kind: 'unknown' }
  if (value['outcome'] === 'declined') return { kind: 'declined' }
  if (typeof value['error'] === 'string') return { kind: 'failed', reason: value['error'] }
  const wrapped = value['data'] !== undefined && Object.keys(value).every((key) => wrapperKeys.has(key))
  return { kind: 'done', data: wrapped ? jsonOrText(value['data']) : value }
}
