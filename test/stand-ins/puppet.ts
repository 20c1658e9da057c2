import { z } from 'zod'

/** What a model answers with: words, at once or one after the other, calls of one tool, words and calls, words that never end, or a refusal of the endpoint. */
export type PuppetAnswer =
  | { readonly kind: 'text' | 'paced'; readonly text: string }
  | { readonly kind: 'calls'; readonly tool: string; readonly args: readonly string[] }
  | {
      readonly kind: 'mixed'
      readonly text: string
      readonly calls: readonly { readonly tool: string; readonly args: string }[]
    }
  | { readonly kind: 'endless'; readonly text: string }
  | { readonly kind: 'status'; readonly status: number }

const contentSchema = z
  .union([z.string(), z.array(z.object({ text: z.string().optional() })), z.null()])
  .optional()
  .transform((content) => (Array.isArray(content) ? content.map(({ text }) => text ?? '').join('') : (content ?? '')))

const requestSchema = z.object({
  messages: z.array(
    z.object({
      role: z.string(),
      content: contentSchema,
      tool_calls: z.array(z.object({ function: z.object({ name: z.string() }) })).optional(),
    }),
  ),
  tools: z.array(z.object({ function: z.object({ name: z.string() }) })).optional(),
})

type Chat = z.infer<typeof requestSchema>

const searchTool = 'find_tools'

const linesOf = (chat: Chat): { readonly lines: readonly string[]; readonly since: Chat['messages'] } => {
  const at = chat.messages.findLastIndex(({ role }) => role === 'user')
  const lines = (chat.messages[at]?.content ?? '').split('\n').map((line) => line.trim())
  return { lines: lines.filter((line) => line !== '' && !line.startsWith('# ')), since: chat.messages.slice(at + 1) }
}

const callOf = (line: string, chat: Chat, called: readonly string[]): PuppetAnswer => {
  const [, tool = '', args = '{}'] = /^run (\S+)\s*(.*)$/.exec(line) ?? []
  const offered = (chat.tools ?? []).some(({ function: { name } }) => name === tool)
  if (offered) return { kind: 'calls', tool, args: [args] }
  if (called.at(-1) === searchTool) return { kind: 'text', text: `There is no tool ${tool}.` }
  return { kind: 'calls', tool: searchTool, args: [JSON.stringify({ query: tool.replaceAll('_', ' ') })] }
}

const saying = (line: string): PuppetAnswer => {
  if (line.startsWith('endless ')) return { kind: 'endless', text: line.slice('endless '.length) }
  if (line.startsWith('slowly '))
    return { kind: 'paced', text: z.string().parse(JSON.parse(line.slice('slowly '.length))) }
  if (line.startsWith('status ')) return { kind: 'status', status: Number(line.slice('status '.length)) }
  return { kind: 'text', text: `Echo: ${line}` }
}

const togetherSchema = z.array(z.object({ tool: z.string(), args: z.record(z.string(), z.unknown()) }))

const together = (line: string, called: readonly string[]): PuppetAnswer | undefined => {
  if (!line.startsWith('together ') || called.length > 0) return undefined
  const json: unknown = JSON.parse(line.slice('together '.length))
  const calls = togetherSchema.parse(json).map(({ tool, args }) => ({ tool, args: JSON.stringify(args) }))
  return { kind: 'mixed', text: '', calls }
}

const badCall = (line: string, called: readonly string[]): PuppetAnswer | undefined => {
  const [, verb, tool = '', args = ''] = /^(blindly|forever|\d+ times) (\S+)\s*(.*)$/.exec(line) ?? []
  if (verb === undefined || (verb !== 'forever' && called.length > 0)) return undefined
  const first = called.length + 1
  const count = Number.parseInt(verb, 10) || 1
  const numbers = Array.from({ length: count }, (_, index) => String(first + index))
  return { kind: 'calls', tool, args: numbers.map((number) => args.replaceAll('#', number)) }
}

const firstCalls = (line: string, called: readonly string[]): PuppetAnswer | undefined =>
  together(line, called) ?? badCall(line, called)

/**
 * A model on strings: it does what the last message says, line by line.
 * `run TOOL {json}` calls a tool, `endless TEXT` talks until it is cut off, `slowly "TEXT"` says it word by
 * word, `status CODE` refuses; all else is echoed. A line that
 * starts with `# ` is for people: it becomes the title.
 * In a first line, `together [{"tool", "args"}, ...]` makes these calls in one answer.
 * And as models should not, in a first line: `blindly TOOL {json}` calls a tool whether it is there or not,
 * `30 times TOOL {json}` calls it that often at once, `forever TOOL {json}` again and again; `#` is the number of the call.
 */
export const puppet = (body: unknown): PuppetAnswer => {
  const chat = requestSchema.parse(body)
  const { lines, since } = linesOf(chat)
  const called = since.flatMap(({ tool_calls: calls }) => (calls ?? []).map(({ function: { name } }) => name))
  const first = firstCalls(lines[0] ?? '', called)
  if (first !== undefined) return first
  const line = lines[called.filter((name) => name !== searchTool).length]
  if (line === undefined)
    return { kind: 'text', text: `Done: ${since.findLast(({ role }) => role === 'tool')?.content ?? ''}` }
  if (line.startsWith('run ')) return callOf(line, chat, called)
  return saying(line)
}
