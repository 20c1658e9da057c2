import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { connectAccountTool } from '../../../src/contract/plain/own-tools'
import { createAgentLoader } from '../../../src/main/assistant/agent'
import { failureOf, openDesk, realTools, type Desk } from './harness'
import type { Asked } from './model-endpoint'
import { ada } from './people'

const open: Desk[] = []
beforeAll(createAgentLoader(), 60_000)

afterEach(async () => {
  for (const one of open.splice(0)) {
    expect(one.bugs).toEqual([])
    await one.close()
  }
})

const tools = [...realTools('monday').slice(0, 3), ...realTools('intercom').slice(0, 3)]

const openWith = async (script: Parameters<typeof openDesk>[0]['script'] = () => [{ say: 'Done.' }]): Promise<Desk> => {
  const desk = await openDesk({ script, tools })
  open.push(desk)
  return desk
}

const offered = (asked: Asked | undefined): readonly string[] => (asked?.tools ?? []).map((tool) => tool.function.name)
const told = (asked: Asked | undefined): string => JSON.stringify(asked?.messages[0]?.content)
const namesOf = (provider: 'monday' | 'intercom'): readonly string[] =>
  tools.filter(({ connection }) => connection === provider).map(({ name }) => name)

test('only the tools of what is chosen are offered, and the next message has all of them again', async () => {
  const d = await openWith()
  const threadId = await d.ask('@intercom what is new?')
  await d.rest(threadId, 'idle')
  await d.ask('And now?', threadId)
  await d.until(() => d.endpoint.asked.length === 2)
  await d.rest(threadId, 'idle')
  expect(offered(d.endpoint.asked[0])).toEqual(namesOf('intercom'))
  expect(told(d.endpoint.asked[0])).toContain('chose')
  expect(told(d.endpoint.asked[0])).not.toContain('Monday.com')
  expect(offered(d.endpoint.asked[1])).toEqual([...namesOf('monday'), ...namesOf('intercom')])
  expect(told(d.endpoint.asked[1])).not.toContain('chose')
  expect(d.messages(threadId)[0]?.parts).toEqual([
    { kind: 'text', text: '@intercom what is new?' },
    { kind: 'connections', connections: [{ name: 'intercom', provider: 'INTERCOM', providerName: 'Intercom' }] },
  ])
})

test('a tool of something else is not there, even when the model calls it', async () => {
  const [foreign = ''] = namesOf('monday')
  const d = await openWith((_asked, number) => (number === 1 ? [{ call: foreign, args: {} }] : [{ say: 'No.' }]))
  const threadId = await d.ask('@intercom what is new?')
  await d.rest(threadId, 'idle')
  expect(d.scalekit.executions).toEqual([])
})

test('what is chosen and not connected asks to be connected before the model is asked, then goes on', async () => {
  const d = await openWith()
  d.connections.set('intercom', 'not-connected')
  const threadId = await d.ask('@intercom what is new?')
  await d.rest(threadId, 'waiting')
  expect(d.endpoint.asked).toHaveLength(0)
  expect(d.calls(threadId)).toMatchObject([{ tool: connectAccountTool, connection: 'intercom', state: 'failed' }])
  d.connections.set('intercom', 'connected')
  await d.rest(threadId, 'idle')
  expect(offered(d.endpoint.asked[0])).toEqual(namesOf('intercom'))
})

test('a name that is not in the person’s list is refused, and nothing is stored', async () => {
  const d = await openWith()
  const sent = await d.assistant.send(ada, {
    threadId: null,
    messageId: randomUUID(),
    text: 'Hello',
    connections: ['intercom', 'usr_grace'],
  })
  expect(sent).toMatchObject({ ok: false, failure: { code: 'connection-needed', subject: 'usr_grace' } })
  expect(d.assistant.listThreads(ada)).toEqual({ ok: true, value: [] })
})

test('what the window names restricts as well, though the text does not say it', async () => {
  const d = await openWith()
  const sent = await d.assistant.send(ada, {
    threadId: null,
    messageId: randomUUID(),
    text: 'Hello',
    connections: ['monday'],
  })
  if (!sent.ok) throw new Error(sent.failure.code)
  await d.rest(sent.value.threadId, 'idle')
  expect(offered(d.endpoint.asked[0])).toEqual(namesOf('monday'))
  expect(failureOf(d.messages(sent.value.threadId).at(-1))).toBeUndefined()
})
