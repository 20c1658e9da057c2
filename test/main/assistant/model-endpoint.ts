import { createServer, type ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import { z } from 'zod'

/** A piece of an answer. `hold` waits until the test lets go or the client hangs up. */
export type Piece =
  | { readonly say: string }
  | { readonly call: string; readonly args: unknown }
  | { readonly hold: Promise<void> }
  | { readonly drop: true }

/** What the endpoint does with a request. */
export type Answer =
  | readonly Piece[]
  | { readonly status: number; readonly message?: string; readonly headers?: Readonly<Record<string, string>> }

const bodySchema = z.object({
  messages: z.array(
    z.object({
      role: z.string(),
      content: z.unknown(),
      tool_call_id: z.string().optional(),
      tool_calls: z.array(z.object({ id: z.string(), function: z.object({ name: z.string() }) })).optional(),
    }),
  ),
  stream: z.boolean().default(false),
  tools: z.array(z.looseObject({ function: z.looseObject({ name: z.string(), parameters: z.unknown() }) })).default([]),
})

/** A request as the endpoint got it. */
export type Asked = z.infer<typeof bodySchema>

/** An OpenAI-compatible endpoint on loopback whose answers a test writes. */
export type ModelEndpoint = {
  readonly url: URL
  readonly asked: readonly Asked[]
  /** Requests for a title, which no script answers. */
  readonly titles: readonly Asked[]
  readonly keys: readonly string[]
  readonly hungUp: () => number
  readonly close: () => Promise<void>
}

/** What the tools answered in a request, newest last, parsed. */
export const toolAnswers = (asked: Asked | undefined): unknown[] =>
  (asked?.messages ?? []).flatMap(({ role, content }) =>
    role === 'tool' && typeof content === 'string' ? [z.unknown().parse(JSON.parse(content))] : [],
  )

const writer = (response: ServerResponse, number: number) => {
  const write = (delta: object, finish: string | null): void => {
    const choices = [{ index: 0, delta, finish_reason: finish }]
    const chunk = { id: `c${String(number)}`, object: 'chat.completion.chunk', created: 1, model: 'm', choices }
    response.write(`data: ${JSON.stringify(chunk)}\n\n`)
  }
  return write
}

const hangUp = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    response.on('close', () => {
      resolve()
    })
  })

const stream = async (response: ServerResponse, pieces: readonly Piece[], number: number): Promise<void> => {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const write = writer(response, number)
  const gone = hangUp(response)
  write({ role: 'assistant', content: '' }, null)
  let calls = 0
  for (const piece of pieces) {
    if (response.destroyed) return
    if ('say' in piece) write({ content: piece.say }, null)
    else if ('hold' in piece) await Promise.race([piece.hold, gone])
    else if ('drop' in piece) response.destroy()
    else {
      const named = { name: piece.call, arguments: JSON.stringify(piece.args) }
      const id = `call_${String(number)}_${String(calls)}`
      write({ tool_calls: [{ index: calls, id, type: 'function', function: named }] }, null)
      calls += 1
    }
  }
  if (response.destroyed) return
  write({}, calls > 0 ? 'tool_calls' : 'stop')
  response.end('data: [DONE]\n\n')
}

const refuse = (response: ServerResponse, answer: Extract<Answer, { status: number }>): void => {
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
  response.end(JSON.stringify({ error: { message: answer.message ?? 'refused', type: 'error' } }))
}

const isRefusal = (answer: Answer): answer is Extract<Answer, { status: number }> => 'status' in answer

/** What a request for a title is answered with; null: not at all. */
export type TitleAnswer = (asked: Asked) => string | null

const answerTitle = (response: ServerResponse, title: string | null): void => {
  if (title === null) return
  response.writeHead(200, { 'content-type': 'application/json' })
  const choices = [{ index: 0, message: { role: 'assistant', content: title }, finish_reason: 'stop' }]
  response.end(JSON.stringify({ id: 't', object: 'chat.completion', created: 1, model: 'm', choices }))
}

/** Starts the endpoint. `script` says what each request is answered with, `title` those that are not streamed. */
export const startModelEndpoint = async (
  script: (asked: Asked, number: number) => Answer,
  title: TitleAnswer = () => '',
): Promise<ModelEndpoint> => {
  const asked: Asked[] = []
  const titles: Asked[] = []
  const keys: string[] = []
  let hungUp = 0
  const server = createServer((request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) hungUp += 1
    })
    void json(request).then((body) => {
      const parsed = bodySchema.parse(body)
      if (!parsed.stream) {
        titles.push(parsed)
        answerTitle(response, title(parsed))
        return
      }
      asked.push(parsed)
      keys.push(request.headers.authorization ?? '')
      const answer = script(parsed, asked.length)
      if (isRefusal(answer)) refuse(response, answer)
      else void stream(response, answer, asked.length)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: new URL(`http://127.0.0.1:${String(port)}/v1`),
    asked,
    titles,
    keys,
    hungUp: () => hungUp,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}
