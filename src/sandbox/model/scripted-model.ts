import { randomUUID } from 'node:crypto'
import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4Content } from '@ai-sdk/provider'
import { z } from 'zod'
import { nextMove, type Move } from './next-move'
import { scriptFor, type Script } from './plans'
import { noUsage, realPause, speak, type Pause } from './speech'
import { readTurn } from './turn'

/**
 * The sandbox's model: no network, no weights. It recognises the requests in `requests.ts`, plans with the tools
 * that it is given and what they answer, and says plainly when it doesn't understand.
 */
export const createScriptedModel = (pause: Pause = realPause): LanguageModelV4 => ({
  specificationVersion: 'v4',
  provider: 'onbehalf-sandbox',
  modelId: 'scripted',
  supportedUrls: {},
  doGenerate: (options) => {
    const { move } = decide(options)
    const content = isTitlePrompt(options) ? [text(titleOf(options))] : contentOf(move)
    const reason = content.some(({ type }) => type === 'tool-call') ? 'tool-calls' : 'stop'
    return Promise.resolve({ content, finishReason: { unified: reason, raw: reason }, usage: noUsage, warnings: [] })
  },
  doStream: (options) => {
    const { move, script } = decide(options)
    return Promise.resolve({ stream: speak({ move, pace: script.pace, signal: options.abortSignal, pause }) })
  },
})

const decide = ({ prompt, tools }: LanguageModelV4CallOptions): { readonly move: Move; readonly script: Script } => {
  const turn = readTurn(prompt)
  const script = scriptFor(turn.request, turn.calls)
  const names = (tools ?? []).filter(({ type }) => type === 'function').map(({ name }) => name)
  return { script, move: nextMove({ plan: script.plan(), made: turn.calls, tools: names }) }
}

const text = (content: string): LanguageModelV4Content => ({ type: 'text', text: content })

const contentOf = ({ say, calls }: Move): LanguageModelV4Content[] => [
  ...(say === '' ? [] : [text(say)]),
  ...calls.map(({ tool, args }) => ({
    type: 'tool-call' as const,
    toolCallId: `call_${randomUUID()}`,
    toolName: tool,
    input: JSON.stringify(args),
  })),
]

/** Whether the app asks for the title of a thread: its instructions say so, and it offers no tools. */
const isTitlePrompt = ({ prompt, tools }: LanguageModelV4CallOptions): boolean =>
  (tools ?? []).length === 0 && prompt.some(({ role, content }) => role === 'system' && /\btitle\b/i.test(content))

const titleLength = 48

/** What the app gives along for a title, as JSON: what the person asked first. */
const beginningSchema = z.object({ person: z.string() })

const askedFirst = (said: string): string => {
  try {
    return beginningSchema.safeParse(JSON.parse(said)).data?.person ?? said
  } catch {
    return said
  }
}

const titleOf = ({ prompt }: LanguageModelV4CallOptions): string => {
  const request = askedFirst(readTurn(prompt).request)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:please|can you|could you|would you)[, ]+/i, '')
    .replace(/[.!?\s]+$/, '')
  const title = request.charAt(0).toUpperCase() + request.slice(1)
  if (title.length <= titleLength) return title
  const word = title.lastIndexOf(' ', titleLength)
  return `${title.slice(0, word > 0 ? word : titleLength)}…`
}
