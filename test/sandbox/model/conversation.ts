import type {
  JSONValue,
  LanguageModelV4,
  LanguageModelV4FunctionTool,
  LanguageModelV4Prompt,
  LanguageModelV4StreamPart,
  LanguageModelV4ToolCall,
} from '@ai-sdk/provider'
import type { ScalekitClient } from '@scalekit-sdk/node'
import { z } from 'zod'

/** What one request of the model brought. */
export type Answer = { readonly text: string; readonly calls: readonly LanguageModelV4ToolCall[] }

/** Reads a stream to its end. */
export const collect = async (stream: ReadableStream<LanguageModelV4StreamPart>): Promise<Answer> => {
  const calls: LanguageModelV4ToolCall[] = []
  let text = ''
  const reader = stream.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    if (next.value.type === 'text-delta') text += next.value.delta
    if (next.value.type === 'tool-call') calls.push(next.value)
  }
  return { text, calls }
}

/** The tools of somebody's active accounts, as an app gives them to a model. */
export const toolsOf = async (client: ScalekitClient, identifier: string): Promise<LanguageModelV4FunctionTool[]> => {
  const { tools } = await client.tools.listScopedTools(identifier, { filter: {}, pageSize: 100 })
  return tools.map(({ tool }) => ({
    type: 'function',
    name: z.string().parse(tool?.definition?.['name']),
    description: '',
    inputSchema: { type: 'object' },
  }))
}

/** What a tool answers, in a test. */
type Run = (tool: string, input: string) => Promise<JSONValue>

/** A conversation under way: the model, the tools that it is given, and what they do. */
export type Conversation = {
  readonly model: LanguageModelV4
  readonly tools: LanguageModelV4FunctionTool[]
  readonly run: Run
}

/** Asks, runs every call the model makes, and goes on until it only speaks. */
export const converse = async (
  { model, tools, run }: Conversation,
  request: string,
): Promise<{ readonly answer: string; readonly calls: readonly LanguageModelV4ToolCall[] }> => {
  const prompt: LanguageModelV4Prompt = [
    { role: 'system', content: 'You help.' },
    { role: 'user', content: [{ type: 'text', text: request }] },
  ]
  const made: LanguageModelV4ToolCall[] = []
  for (let step = 0; step < 12; step += 1) {
    const { stream } = await model.doStream({ prompt, tools })
    const { text, calls } = await collect(stream)
    if (calls.length === 0) return { answer: text, calls: made }
    made.push(...calls)
    prompt.push({
      role: 'assistant',
      content: [
        { type: 'text', text },
        ...calls.map(({ toolCallId, toolName, input }) => {
          const parsed: unknown = JSON.parse(input)
          return { type: 'tool-call' as const, toolCallId, toolName, input: parsed }
        }),
      ],
    })
    for (const { toolCallId, toolName, input } of calls)
      prompt.push({
        role: 'tool',
        content: [
          { type: 'tool-result', toolCallId, toolName, output: { type: 'json', value: await run(toolName, input) } },
        ],
      })
  }
  throw new Error('The model never came to an end')
}
