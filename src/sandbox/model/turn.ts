import { isDeepStrictEqual } from 'node:util'
import type { LanguageModelV4Message, LanguageModelV4Prompt, LanguageModelV4ToolCallPart } from '@ai-sdk/provider'
import { outcomeOf, type Outcome } from './outcome'

/** A call that was made since the person last said something. */
export type MadeCall = { readonly tool: string; readonly input: unknown; readonly outcome: Outcome }

/** What the model has to go on: what the person asked, and the calls made for it so far. */
export type Turn = { readonly request: string; readonly calls: readonly MadeCall[] }

type NotedCall = { readonly ids: string[]; readonly tool: string; readonly input: unknown; outcome: Outcome }
type NotedTurn = { readonly request: string; readonly calls: NotedCall[] }

/**
 * Reads out of a prompt which turn the model is to go on with: the last one, or an earlier one
 * when a call of it was decided just now.
 */
export const readTurn = (prompt: LanguageModelV4Prompt): Turn => {
  const turns: NotedTurn[] = []
  let current: NotedTurn = { request: '', calls: [] }
  for (const message of prompt) {
    if (message.role === 'user') {
      current = { request: textOf(message), calls: [] }
      turns.push(current)
    } else if (message.role !== 'system') {
      for (const part of message.content) current = notePart(turns, current, part)
    }
  }
  return current
}

type Part = Extract<LanguageModelV4Message, { role: 'assistant' | 'tool' }>['content'][number]

/** Notes a call or a result, and answers the turn that it belongs to. */
const notePart = (turns: readonly NotedTurn[], current: NotedTurn, part: Part): NotedTurn => {
  if (part.type === 'tool-call') return noteCall(turns, turns.at(-1) ?? current, part)
  if (part.type !== 'tool-result') return current
  const turn = turns.find(({ calls }) => calls.some(({ ids }) => ids.includes(part.toolCallId)))
  const call = turn?.calls.find(({ ids }) => ids.includes(part.toolCallId))
  if (turn === undefined || call === undefined) return current
  call.outcome = outcomeOf(part)
  return turn
}

/** A call that was decided late is told again, under an id that begins like the first one. */
const sharedPrefix = 31

const noteCall = (turns: readonly NotedTurn[], last: NotedTurn, part: LanguageModelV4ToolCallPart): NotedTurn => {
  const { toolCallId, toolName: tool, input } = part
  const prefix = toolCallId.slice(0, sharedPrefix)
  const isSame = (call: NotedCall): boolean =>
    call.outcome.kind === 'open' &&
    call.tool === tool &&
    call.ids.some((id) => id.startsWith(prefix)) &&
    isDeepStrictEqual(call.input, input)
  const earlier = turns.find(({ calls }) => calls.some(isSame))
  earlier?.calls.find(isSame)?.ids.push(toolCallId)
  if (earlier !== undefined) return earlier
  last.calls.push({ ids: [toolCallId], tool, input, outcome: { kind: 'open' } })
  return last
}

const textOf = (message: Extract<LanguageModelV4Message, { role: 'user' }>): string =>
  message.content.map((part) => (part.type === 'text' ? part.text : '')).join(' ')
