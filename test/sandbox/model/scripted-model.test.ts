import type {
  JSONValue,
  LanguageModelV4FunctionTool,
  LanguageModelV4Message,
  LanguageModelV4StreamPart,
} from '@ai-sdk/provider'
import { describe, expect, it } from 'vitest'
import { createScriptedModel } from '../../../src/sandbox/model/scripted-model'
import { collect, converse } from './conversation'

const atOnce = (): Promise<void> => Promise.resolve()

const tool = (name: string): LanguageModelV4FunctionTool => ({
  type: 'function',
  name,
  description: '',
  inputSchema: { type: 'object' },
})

const boards: JSONValue = { untrusted: true, data: { boards: [{ id: '7', name: 'Marketing' }] } }
const create = "Create an item 'Q3 launch brief' on the Marketing board"

/** Asks for an item with a board that is there and a creation that ends like this. */
const createWith = async (
  outcome: JSONValue,
  names = ['monday_boards_list', 'monday_item_create'],
): Promise<string> => {
  const run = (name: string): Promise<JSONValue> => Promise.resolve(name.endsWith('boards_list') ? boards : outcome)
  const { answer } = await converse({ model: createScriptedModel(atOnce), tools: names.map(tool), run }, create)
  return answer
}

const ask = (request: string): Promise<string> =>
  converse({ model: createScriptedModel(atOnce), tools: [], run: () => Promise.resolve(null) }, request).then(
    ({ answer }) => answer,
  )

describe('the scripted model', () => {
  it('never says that something is done which is not', async () => {
    expect(await createWith({ declined: true })).toMatch(/declined it, so it is not done/)
    expect(await createWith({ outcome: 'unknown' })).toMatch(/don’t know whether it was done/)
    expect(await createWith({ error: 'Monday.com said no' })).toBe('It was not done: Monday.com said no.')
  })

  it('takes the id from the result, wrapped or not, as an object or as text', async () => {
    const done = { create_item: { id: '4711' } }
    const outcomes: JSONValue[] = [
      done,
      { untrusted: true, data: done },
      { data: done },
      JSON.stringify({ data: done }),
    ]
    for (const outcome of outcomes) expect(await createWith(outcome)).toContain('as item 4711.')
  })

  it('goes by what waits, what was stopped, and what the provider said', async () => {
    expect(await createWith({ pending: true })).toMatch(/It is not done yet/)
    expect(await createWith({ stopped: true })).toMatch(/not done: it was stopped/)
    expect(await createWith({ error: 'Refused.', detail: 'No access to board 7' })).toBe(
      'It was not done: Refused. No access to board 7.',
    )
  })

  it('tells of a decision that came after other messages, and of nothing else', async () => {
    const tools = [tool('monday_boards_list'), tool('monday_item_create')]
    const id = '0b0d3c46-6d1a-4b0e-9d8e-2f7f3b7f0a11'
    const input = { board_id: '7', item_name: 'Q3 launch brief' }
    const called = (toolCallId: string, name: string, args: unknown): LanguageModelV4Message => ({
      role: 'assistant',
      content: [{ type: 'tool-call', toolCallId, toolName: name, input: args }],
    })
    const answered = (toolCallId: string, name: string, value: JSONValue): LanguageModelV4Message => ({
      role: 'tool',
      content: [{ type: 'tool-result', toolCallId, toolName: name, output: { type: 'json', value } }],
    })
    const said = (text: string): LanguageModelV4Message => ({ role: 'user', content: [{ type: 'text', text }] })
    const soFar = [
      said(create),
      called('read', 'monday_boards_list', { limit: 50 }),
      answered('read', 'monday_boards_list', boards),
      called(id, 'monday_item_create', input),
      answered(id, 'monday_item_create', { pending: true }),
      said("Create an item 'Another' on the Marketing board"),
    ]
    const late = `${id.slice(0, 31)}-decided`
    const decided = [
      called(late, 'monday_item_create', input),
      answered(late, 'monday_item_create', { create_item: { id: '4711' } }),
    ]
    const model = createScriptedModel(atOnce)
    const { stream } = await model.doStream({ prompt: [...soFar, ...decided], tools })
    expect((await collect(stream)).text).toBe('Done: “Q3 launch brief” is on the Marketing board as item 4711.')
    const { stream: next } = await model.doStream({ prompt: [...soFar, ...decided, said('List my boards')], tools })
    expect((await collect(next)).calls.map(({ toolName }) => toolName)).toEqual(['monday_boards_list'])
  })

  it('knows its tools by the end of their names', async () => {
    const names = ['monday-prod__monday_boards_list', 'monday-prod__monday_item_create']
    expect(await createWith({ create_item: { id: '1' } }, names)).toContain('as item 1.')
  })

  it('names what must be connected', async () => {
    expect(await ask(create)).toBe('Monday.com isn’t connected yet. Open Connections and connect it.')
    expect(await ask('Who am I in Intercom?')).toBe('Intercom isn’t connected yet. Open Connections and connect it.')
  })

  it('looks for a tool that is not at hand, and goes on when it is found', async () => {
    const tools = [tool('find_tools')]
    const run = (name: string, input: string): Promise<JSONValue> => {
      if (name !== 'find_tools')
        return Promise.resolve(name.endsWith('boards_list') ? boards : { create_item: { id: '9' } })
      const found = input.includes('boards list') ? 'monday_boards_list' : 'monday_item_create'
      tools.push(tool(found))
      return Promise.resolve([found])
    }
    const { answer, calls } = await converse({ model: createScriptedModel(atOnce), tools, run }, create)
    expect(answer).toContain('as item 9.')
    expect(calls.map(({ toolName }) => toolName)).toEqual([
      'find_tools',
      'monday_boards_list',
      'find_tools',
      'monday_item_create',
    ])
  })

  it('does not look twice for a tool that is not there', async () => {
    const { answer } = await converse(
      { model: createScriptedModel(atOnce), tools: [tool('find_tools')], run: () => Promise.resolve([]) },
      create,
    )
    expect(answer).toMatch(/Monday.com isn’t connected yet/)
  })

  it.each([
    ['Please create an item called “Q3 launch brief” on my Marketing board!'],
    ['can you add the item "Q3 launch brief" to the board Marketing'],
    ['Create a new item named ‘Q3 launch brief’ in the Marketing board.'],
  ])('understands %s', async (request) => {
    const run = (name: string): Promise<JSONValue> =>
      Promise.resolve(name === 'monday_boards_list' ? boards : { create_item: { id: '5' } })
    const tools = [tool('monday_boards_list'), tool('monday_item_create')]
    const { answer, calls } = await converse({ model: createScriptedModel(atOnce), tools, run }, request)
    expect(answer).toBe('Done: “Q3 launch brief” is on the Marketing board as item 5.')
    expect(JSON.parse(calls.at(-1)?.input ?? '')).toEqual({ board_id: '7', item_name: 'Q3 launch brief' })
  })

  it('says what it can’t do, and what it can', async () => {
    expect(await ask('Book me a flight to Oslo')).toMatch(/^I can’t do that.*- Create an item/s)
    expect(await ask('What can you do?')).toMatch(/### Intercom/)
    expect(await ask('Show me what Markdown looks like')).toMatch(/```typescript/)
  })

  it('writes a long text slowly, and stops within 50 ms', async () => {
    const controller = new AbortController()
    const { stream } = await createScriptedModel().doStream({
      prompt: [{ role: 'user', content: [{ type: 'text', text: 'Write a long text about lighthouses' }] }],
      abortSignal: controller.signal,
    })
    const reader: ReadableStreamDefaultReader<LanguageModelV4StreamPart> = stream.getReader()
    for (let words = 0; words < 3;) words += (await reader.read()).value?.type === 'text-delta' ? 1 : 0
    controller.abort(new Error('stopped'))
    const stoppedAt = performance.now()
    const drain = async (): Promise<void> => {
      while (!(await reader.read()).done);
    }
    await expect(drain()).rejects.toThrow('stopped')
    expect(performance.now() - stoppedAt).toBeLessThan(50)
  })

  it('has about 300 words to say at length', async () => {
    const { content } = await createScriptedModel().doGenerate({
      prompt: [{ role: 'user', content: [{ type: 'text', text: 'Write a long text about lighthouses' }] }],
    })
    const words = content
      .map((part) => (part.type === 'text' ? part.text : ''))
      .join('')
      .split(/\s+/).length
    expect(words).toBeGreaterThan(270)
    expect(words).toBeLessThan(420)
  })

  it('titles a thread in a few words', async () => {
    const { content } = await createScriptedModel().doGenerate({
      prompt: [
        { role: 'system', content: 'Write a short title for this conversation.' },
        { role: 'user', content: [{ type: 'text', text: create }] },
      ],
    })
    expect(content).toEqual([{ type: 'text', text: "Create an item 'Q3 launch brief' on the…" }])
  })

  it('ends a stream with the reason for it', async () => {
    const { stream } = await createScriptedModel().doStream({
      prompt: [{ role: 'user', content: [{ type: 'text', text: create }] }],
      tools: [tool('monday_boards_list')],
    })
    expect((await collect(stream)).calls).toHaveLength(1)
  })
})
