import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { z } from 'zod'
import { puppet, type PuppetAnswer } from './puppet'

/** A Chat Completions endpoint on loopback with the puppet behind it. */
export type PuppetEndpoint = {
  /** As `OPENAI_BASE_URL` has it. */
  readonly url: string
  /** The key that it takes. */
  readonly key: string
  /** What was asked, oldest first. */
  readonly requests: readonly unknown[]
  /** Requests that the other side ended before the answer was complete. */
  readonly aborted: readonly unknown[]
  /** The next requests are answered with this status; zero times takes it back. */
  readonly failNext: (status: number, times: number) => void
  readonly close: () => Promise<void>
}

const isAddressInfo = (address: string | AddressInfo | null): address is AddressInfo =>
  typeof address === 'object' && address !== null

const refuse = (response: ServerResponse, status: number): void => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ error: { message: `status ${String(status)}`, type: 'stand_in', code: null } }))
}

type Delta = Readonly<Record<string, unknown>>

const chunk = (delta: Delta, finish: string | null = null): string =>
  `data: ${JSON.stringify({
    id: 'chat_1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'puppet',
    choices: [{ index: 0, delta, finish_reason: finish }],
  })}\n\n`

const words = (text: string): string[] => text.match(/\S+\s*/g) ?? []

const streamText = (response: ServerResponse, text: string): void => {
  for (const word of words(text)) response.write(chunk({ content: word }))
  response.end(`${chunk({}, 'stop')}data: [DONE]\n\n`)
}

const streamCalls = (response: ServerResponse, tool: string, args: readonly string[]): void => {
  for (const [index, one] of args.entries()) {
    const id = `call_${Math.random().toString(36).slice(2)}`
    response.write(chunk({ tool_calls: [{ index, id, type: 'function', function: { name: tool, arguments: '' } }] }))
    response.write(chunk({ tool_calls: [{ index, function: { arguments: one } }] }))
  }
  response.end(`${chunk({}, 'tool_calls')}data: [DONE]\n\n`)
}

const streamMixed = (response: ServerResponse, { text, calls }: Extract<PuppetAnswer, { kind: 'mixed' }>): void => {
  if (text !== '') response.write(chunk({ content: text }))
  for (const [index, { tool, args }] of calls.entries()) {
    const id = `call_${Math.random().toString(36).slice(2)}`
    response.write(chunk({ tool_calls: [{ index, id, type: 'function', function: { name: tool, arguments: args } }] }))
  }
  response.end(`${chunk({}, calls.length > 0 ? 'tool_calls' : 'stop')}data: [DONE]\n\n`)
}

const wordEveryMs = 4

const streamWordByWord = (response: ServerResponse, text: string): void => {
  const left = words(text)
  const timer = setInterval(() => {
    const word = left.shift()
    if (word !== undefined) response.write(chunk({ content: word }))
    else response.end(`${chunk({}, 'stop')}data: [DONE]\n\n`)
  }, wordEveryMs)
  response.on('close', () => {
    clearInterval(timer)
  })
}

const streamEndlessly = (response: ServerResponse, text: string): void => {
  const timer = setInterval(() => response.write(chunk({ content: `${text} ` })), 40)
  response.on('close', () => {
    clearInterval(timer)
  })
}

const answerWith = (response: ServerResponse, answer: PuppetAnswer): void => {
  if (answer.kind === 'status') {
    refuse(response, answer.status)
    return
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.write(chunk({ role: 'assistant', content: '' }))
  if (answer.kind === 'text') streamText(response, answer.text)
  else if (answer.kind === 'paced') streamWordByWord(response, answer.text)
  else if (answer.kind === 'calls') streamCalls(response, answer.tool, answer.args)
  else if (answer.kind === 'mixed') streamMixed(response, answer)
  else streamEndlessly(response, answer.text)
}

const streamedSchema = z.object({ stream: z.literal(true) })

/** The port that an endpoint listens on; 0: any. `open` takes requests without a key, as programs for one computer do. */
type Place = { readonly port?: number; readonly open?: boolean }

/** Starts the endpoint on loopback, with the puppet behind it or another model. */
export const startPuppetEndpoint = async (
  model: (body: unknown) => PuppetAnswer = puppet,
  { port = 0, open = false }: Place = {},
): Promise<PuppetEndpoint> => {
  const key = 'sk-puppet-key-never-to-be-seen'
  const requests: unknown[] = []
  const aborted: unknown[] = []
  let failing = { status: 200, times: 0 }
  const mayAsk = ({ headers }: IncomingMessage): boolean => open || headers.authorization === `Bearer ${key}`
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await json(request)
    // The app asks for titles without a stream: the puppet gives none, and the first words stay.
    if (!streamedSchema.safeParse(body).success) {
      refuse(response, 503)
      return
    }
    requests.push(body)
    response.on('close', () => {
      if (!response.writableEnded) aborted.push(body)
    })
    if (!mayAsk(request)) {
      refuse(response, 401)
    } else if (failing.times > 0) {
      failing = { ...failing, times: failing.times - 1 }
      refuse(response, failing.status)
    } else answerWith(response, model(body))
  }
  const listModels = (request: IncomingMessage, response: ServerResponse): void => {
    if (!mayAsk(request)) refuse(response, 401)
    else response.end(JSON.stringify({ object: 'list', data: [{ id: 'puppet', object: 'model' }] }))
  }
  const server = createServer((request, response) => {
    if (request.url === '/v1/models') listModels(request, response)
    else void answer(request, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (!isAddressInfo(address)) throw new Error('The endpoint has no port')
  return {
    url: `http://127.0.0.1:${String(address.port)}/v1`,
    key,
    requests,
    aborted,
    failNext: (status, times) => {
      failing = { status, times }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}
