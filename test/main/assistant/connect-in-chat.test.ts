import { afterEach, beforeAll, expect, test } from 'vitest'
import { connectAccountTool } from '../../../src/contract/plain/own-tools'
import { createAgentLoader } from '../../../src/main/assistant/agent'
import { done } from './fake-scalekit'
import { fewTools, openDesk, textOf, type Desk, type Setting } from './harness'
import { toolAnswers, type Asked } from './model-endpoint'
import { catalogueOf } from './whole-catalogue'

const open: Desk[] = []
const keep = (opened: Desk): Desk => {
  open.push(opened)
  return opened
}
beforeAll(createAgentLoader(), 60_000)

afterEach(async () => {
  for (const one of open.splice(0)) {
    expect(one.bugs).toEqual([])
    await one.close()
  }
})

const offered = (asked: Asked | undefined): readonly string[] => (asked?.tools ?? []).map((tool) => tool.function.name)

const script =
  (connection: string): Setting['script'] =>
  (asked) => {
    const answers = toolAnswers(asked)
    if (answers.length === 0) return [{ call: 'connect_account', args: { connection } }]
    if (answers.length === 1 && offered(asked).includes('monday_boards_list'))
      return [{ call: 'monday_boards_list', args: {} }]
    return [{ say: 'That is all.' }]
  }

const openWithout = async (connection: string, more: Partial<Setting> = {}): Promise<Desk> => {
  const d = await openDesk({ script: script(connection), answer: () => done({ boards: ['a'] }), ...more })
  d.connections.set('monday', 'not-connected')
  return d
}

test('the run ends with a card, goes on by itself once connected, also after a restart, with the new tools', async () => {
  const before = await openWithout('Monday.com')
  const threadId = await before.ask('List my boards')
  await before.rest(threadId, 'waiting')
  expect(before.endpoint.asked).toHaveLength(1)
  expect(offered(before.endpoint.asked[0])).toEqual(['connect_account'])
  expect(before.calls(threadId)).toMatchObject([
    {
      tool: connectAccountTool,
      connection: 'monday',
      state: 'failed',
      failure: {
        code: 'connection-needed',
        subject: 'Monday.com',
        action: { kind: 'connect', connection: 'monday' },
      },
    },
  ])
  const d = keep(await before.restart())
  expect(d.assistant.listThreads).toBeDefined()
  d.connections.set('monday', 'not-connected')
  d.connections.set('monday', 'connected')
  await d.rest(threadId, 'idle')
  expect(d.calls(threadId).map(({ tool, state }) => [tool, state])).toEqual([
    [connectAccountTool, 'done'],
    ['monday_boards_list', 'done'],
  ])
  expect(toolAnswers(d.endpoint.asked[0])).toMatchObject([{ connected: true }])
  expect(offered(d.endpoint.asked[0])).not.toContain('connect_account')
  expect(textOf(d.messages(threadId).at(-1))).toBe('That is all.')
})

test.each([
  ['a connection that is not there', 'salesforce', 'There is no such connection.'],
  ['nothing', '', 'There is no such connection.'],
  ['one that is connected', 'intercom', 'It is connected already. Use its tools.'],
])('naming %s asks the person for nothing', async (_what, connection, error) => {
  const d = keep(await openWithout(connection))
  const threadId = await d.ask('List my boards')
  await d.rest(threadId, 'idle')
  expect(d.calls(threadId)).toEqual([])
  expect(toolAnswers(d.endpoint.asked[1])).toMatchObject([{ error }])
})

test('an account that ran out is asked for as one to be reconnected', async () => {
  const d = keep(await openDesk({ script: script('MONDAY') }))
  d.connections.set('monday', 'expired')
  const threadId = await d.ask('List my boards')
  await d.rest(threadId, 'waiting')
  expect(d.calls(threadId)).toMatchObject([{ failure: { code: 'connection-expired', action: { kind: 'reconnect' } } }])
})

test('who says something else meanwhile is answered, and connecting later starts nothing by itself', async () => {
  const d = keep(
    await openWithout('monday', {
      script: (asked) =>
        JSON.stringify(asked.messages.at(-1)).includes('never mind')
          ? [{ say: 'All right.' }]
          : [{ call: 'connect_account', args: { connection: 'monday' } }],
    }),
  )
  const threadId = await d.ask('List my boards')
  await d.rest(threadId, 'waiting')
  await d.ask('never mind', threadId)
  await d.rest(threadId, 'idle')
  d.connections.set('monday', 'connected')
  expect(d.endpoint.asked).toHaveLength(2)
  expect(d.calls(threadId)).toMatchObject([{ state: 'failed' }])
})

test('with everything connected the model is not offered to ask', async () => {
  const d = keep(await openDesk({ script: () => [{ say: 'yes' }], tools: fewTools() }))
  await d.rest(await d.ask('hello'), 'idle')
  expect(offered(d.endpoint.asked[0])).not.toContain('connect_account')
})

test('with 200 connections and 1,000 tools the first request stays under 8 KB of tools and names what fits', async () => {
  const d = keep(await openDesk({ script: () => [{ say: 'yes' }], tools: catalogueOf(1000) }))
  d.connections.addMany(200)
  await d.rest(await d.ask('Put it into Provider 177 please'), 'idle')
  const [asked] = d.endpoint.asked
  expect(Buffer.byteLength(JSON.stringify(asked?.tools))).toBeLessThan(8192)
  expect(offered(asked).length).toBeLessThanOrEqual(40)
  expect(JSON.stringify(asked?.tools)).toContain('Provider 177 (provider-177)')
})
