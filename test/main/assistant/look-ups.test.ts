import { beforeAll, expect, test } from 'vitest'
import { createAgentLoader } from '../../../src/main/assistant/agent'
import { done, lostAnswer } from './fake-scalekit'
import { openDesk } from './harness'
import { ada } from './people'

beforeAll(createAgentLoader(), 60_000)

test('what the app reads by itself to find out about a call is in Activity under that call, and in no list of its own', async () => {
  const desk = await openDesk({
    script: ({ messages }) =>
      messages.some(({ role }) => role === 'tool')
        ? [{ say: 'Done.' }]
        : [{ call: 'monday_item_create', args: { board_id: '1', item_name: 'Brief' } }],
    answer: ({ tool }) =>
      tool === 'monday_item_create'
        ? lostAnswer
        : done({ data: { items: [{ id: '7', name: 'Brief', created_at: new Date().toISOString() }] } }),
  })
  const threadId = await desk.ask('Create Brief')
  await desk.rest(threadId, 'waiting')
  const [call] = desk.calls(threadId)
  if (call === undefined) throw new Error('no call')
  await desk.assistant.approve(ada, call.id, call.args)
  await desk.until(() => desk.calls(threadId)[0]?.state === 'done')
  const page = desk.assistant.listActivity(ada, undefined)
  if (!page.ok) throw new Error(page.failure.code)
  expect(page.value.entries.map((entry) => entry.call.tool)).toEqual(['monday_item_create'])
  const lookUp = page.value.entries[0]?.lookUps.find(({ tool }) => tool === 'monday_items_list')
  expect(lookUp).toMatchObject({ state: 'done', executionId: 'exec-1', args: { board_id: '1' } })
  const exported = desk.assistant.exportActivity(ada, 'csv', { text: 'Brief' })
  expect(exported.ok && exported.value.text).toContain('"monday_items_list"')
  expect(desk.assistant.verifyActivity(ada)).toMatchObject({ ok: true, value: { problems: [] } })
  await desk.close()
})
