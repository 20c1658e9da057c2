import { afterEach, describe, expect, test } from 'vitest'
import { done } from './fake-scalekit'
import { openDesk, textOf, type Desk, type Setting } from './harness'
import { toolAnswers, type Asked } from './model-endpoint'
import { ada } from './people'
import { catalogueOf, wholeCatalogue } from './whole-catalogue'

let desk: Desk
const open = async (setting: Setting): Promise<Desk> => {
  desk = await openDesk(setting)
  return desk
}
afterEach(() => desk.close())

const namesIn = (asked: Asked | undefined): readonly string[] => (asked?.tools ?? []).map((tool) => tool.function.name)
const bytesOf = (asked: Asked | undefined): number => Buffer.byteLength(JSON.stringify(asked?.tools))

describe.each([[186], [1000]])('with %i tools', (count) => {
  const connectedTools = catalogueOf(count)

  test.each([
    ['Create an item on the Marketing board'],
    ['hello'],
    ['contact conversation board item article '.repeat(40)],
  ])('the first request carries less than 8 KB of tools, at most forty, for %j', async (text) => {
    await open({ script: () => [{ say: 'yes' }], tools: connectedTools })
    await desk.rest(await desk.ask(text), 'idle')
    expect(bytesOf(desk.endpoint.asked[0])).toBeLessThan(8192)
    expect(namesIn(desk.endpoint.asked[0]).length).toBeLessThanOrEqual(40)
    expect(namesIn(desk.endpoint.asked[0])).toContain('find_tools')
  })

  test('what the model searches for is offered next, and what the thread used is offered after a restart', async () => {
    await open({
      tools: connectedTools,
      answer: () => done({ webhooks: [] }),
      script: (_asked, number) =>
        [
          [{ call: 'find_tools', args: { query: 'list webhooks of a board' } }],
          [{ call: 'monday_webhooks_list', args: { board_id: '1' } }],
        ][number - 1] ?? [{ say: 'none' }],
    })
    const threadId = await desk.ask('hello')
    await desk.rest(threadId, 'idle')
    expect(namesIn(desk.endpoint.asked[0])).not.toContain('monday_webhooks_list')
    expect(namesIn(desk.endpoint.asked[1])).toContain('monday_webhooks_list')
    expect(desk.calls(threadId).map(({ tool, state }) => [tool, state])).toEqual([['monday_webhooks_list', 'done']])
    const before = desk
    desk = await before.restart()
    await desk.ask('and now?', threadId)
    await desk.rest(threadId, 'idle')
    expect(namesIn(desk.endpoint.asked[0])).toContain('monday_webhooks_list')
    expect(bytesOf(desk.endpoint.asked[0])).toBeLessThan(8192)
  })
})

test('every schema of the whole catalogue reaches the model with every property', async () => {
  const tools = wholeCatalogue()
  const searches = 10
  const queries = tools.map(({ name }) => name)
  await open({
    tools,
    script: (_asked, number) => {
      const query = number % (searches + 1) === 0 ? undefined : queries.shift()
      return query === undefined ? [{ say: 'yes' }] : [{ call: 'find_tools', args: { query } }]
    },
  })
  const threadId = await desk.ask('hello')
  await desk.rest(threadId, 'idle')
  while (queries.length > 0) {
    await desk.ask('more', threadId)
    await desk.rest(threadId, 'idle')
  }
  const arrived = new Map(
    desk.endpoint.asked.flatMap(({ tools: given }) => given.map((tool) => [tool.function.name, tool.function])),
  )
  for (const { name, description, inputSchema } of tools)
    expect(arrived.get(name)).toEqual({ name, description, parameters: inputSchema })
})

describe('a call of a tool that was not offered', () => {
  const calling =
    (call: string, args: unknown): Setting['script'] =>
    (_asked, number) =>
      number === 1 ? [{ call, args }] : [{ say: 'So it is.' }]

  test('runs when it only looks', async () => {
    await open({
      tools: catalogueOf(1000),
      script: calling('monday_webhooks_list', { board_id: '1' }),
      answer: () => done({ webhooks: ['w1'] }),
    })
    const threadId = await desk.ask('hello')
    await desk.rest(threadId, 'idle')
    expect(namesIn(desk.endpoint.asked[0])).not.toContain('monday_webhooks_list')
    expect(desk.calls(threadId)).toMatchObject([{ tool: 'monday_webhooks_list', state: 'done' }])
    expect(toolAnswers(desk.endpoint.asked[1])).toMatchObject([{ untrusted: true, data: { webhooks: ['w1'] } }])
    expect(textOf(desk.messages(threadId).at(-1))).toContain('So it is.')
  })

  test('waits for the person when it changes something, and is done once they approve', async () => {
    await open({ tools: catalogueOf(1000), script: calling('monday_webhook_delete', { id: '1' }) })
    const threadId = await desk.ask('hello')
    await desk.rest(threadId, 'waiting')
    expect(namesIn(desk.endpoint.asked[0])).not.toContain('monday_webhook_delete')
    const [call] = desk.calls(threadId)
    expect(call).toMatchObject({ tool: 'monday_webhook_delete', state: 'pending', risk: 'destructive' })
    expect(desk.scalekit.executions.filter(({ tool }) => tool === 'monday_webhook_delete')).toEqual([])
    await desk.assistant.approve(ada, call?.id ?? '', call?.args ?? {})
    await desk.rest(threadId, 'idle')
    expect(desk.calls(threadId)[0]?.state).toBe('done')
    expect(desk.scalekit.executions.filter(({ tool }) => tool === 'monday_webhook_delete')).toHaveLength(1)
  })

  test('that does not exist is answered clearly, without a list of all there are', async () => {
    await open({ tools: catalogueOf(1000), script: calling('monday_launch_rocket', { board_id: '1' }) })
    const threadId = await desk.ask('hello')
    await desk.rest(threadId, 'idle')
    expect(desk.scalekit.executions).toEqual([])
    expect(desk.calls(threadId)).toMatchObject([{ title: 'monday_launch_rocket', state: 'failed' }])
    const answers = toolAnswers(desk.endpoint.asked[1])
    expect(answers).toMatchObject([{ code: 'tool-unknown' }])
    expect(JSON.stringify(answers).length).toBeLessThan(300)
    expect(textOf(desk.messages(threadId).at(-1))).toContain('So it is.')
  })
})
