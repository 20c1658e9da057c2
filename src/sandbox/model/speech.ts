import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { LanguageModelV4StreamPart, LanguageModelV4Usage } from '@ai-sdk/provider'
import type { Move } from './next-move'

/** Milliseconds between two words. */
const paces = { normal: 10, slow: 33 } as const
/** A long answer comes in at most this many pieces at the normal pace: several words at a time. */
const mostPieces = 150

/** Waits between two words; rejects as soon as the signal aborts. */
export type Pause = (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>

/** Really waits. */
export const realPause: Pause = async (milliseconds, signal) => {
  await setTimeout(milliseconds, undefined, signal && { signal })
}

/** How a move is spoken. */
export type Speech = {
  readonly move: Move
  readonly pace: keyof typeof paces
  readonly signal: AbortSignal | undefined
  readonly pause: Pause
}

/** What the model says it used; a script uses nothing. */
export const noUsage: LanguageModelV4Usage = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
}

/** Speaks a move word by word; stops with the signal's reason as soon as it aborts. */
export const speak = ({ move, pace, signal, pause }: Speech): ReadableStream<LanguageModelV4StreamPart> => {
  const parts = spoken(move, { pace, wait: () => pause(paces[pace], signal) })
  return new ReadableStream({
    pull: async (controller) => {
      try {
        signal?.throwIfAborted()
        const { done, value } = await parts.next()
        if (done === true) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        controller.error(signal?.aborted === true ? signal.reason : error)
      }
    },
    cancel: async () => {
      await parts.return(undefined)
    },
  })
}

type Tempo = { readonly pace: keyof typeof paces; readonly wait: () => Promise<void> }

async function* spoken(move: Move, tempo: Tempo): AsyncGenerator<LanguageModelV4StreamPart, undefined> {
  yield { type: 'stream-start', warnings: [] }
  if (move.say !== '') yield* spokenText(move.say, tempo)
  for (const { tool, args } of move.calls) {
    const id = `call_${randomUUID()}`
    const input = JSON.stringify(args)
    yield { type: 'tool-input-start', id, toolName: tool }
    yield { type: 'tool-input-delta', id, delta: input }
    yield { type: 'tool-input-end', id }
    yield { type: 'tool-call', toolCallId: id, toolName: tool, input }
  }
  const reason = move.calls.length > 0 ? 'tool-calls' : 'stop'
  yield { type: 'finish', finishReason: { unified: reason, raw: reason }, usage: noUsage }
  return undefined
}

async function* spokenText(text: string, { pace, wait }: Tempo): AsyncGenerator<LanguageModelV4StreamPart> {
  const id = `text_${randomUUID()}`
  yield { type: 'text-start', id }
  const words = text.split(/(?<=\s)(?=\S)/)
  const size = pace === 'slow' ? 1 : Math.ceil(words.length / mostPieces)
  for (let start = 0; start < words.length; start += size) {
    await wait()
    yield { type: 'text-delta', id, delta: words.slice(start, start + size).join('') }
  }
  yield { type: 'text-end', id }
}
