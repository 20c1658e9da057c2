import { beforeAll, expect, test } from 'vitest'
import { createAgentLoader } from '../../../src/main/assistant/agent'
import { openDesk } from './harness'
import { done, refused } from './fake-scalekit'
import { ada } from './people'

// Loading the agent's code takes seconds on a busy machine; no test should pay for it.
beforeAll(createAgentLoader(), 60_000)

test('a row that somebody else edits between the click and the request is not sent', async () => {
  const d = await openDesk({
    script: () => [{ call: 'monday_item_create', args: { board_id: '1', item_name: 'Brief' } }],
    answer: () => done({}),
  })
  const threadId = await d.ask('Create it')
  await d.rest(threadId, 'waiting')
  const [call] = d.calls(threadId)
  if (call === undefined) throw new Error('no card')
  const { accounts } = d.scalekit
  // The account is looked at once more after the click, and before anything leaves.
  const edited = new Promise<number>((resolve) => {
    Object.defineProperty(d.scalekit, 'accounts', {
      get: () => {
        const other = JSON.stringify({ board_id: '1', item_name: 'Something else' })
        resolve(d.database.run(`update tool_calls set args = ?, args_hash = 'edited' where state = 'claimed'`, [other]))
        return accounts
      },
    })
  })
  await d.assistant.approve(ada, call.id, call.args)
  expect(await edited).toBe(1)
  // From here to the request there is no wait but for promises: it would have left by now.
  await new Promise(setImmediate)
  expect(d.scalekit.executions.filter(({ mayWrite }) => mayWrite)).toEqual([])
  expect(d.calls(threadId)).toMatchObject([{ id: call.id, state: 'claimed' }])
  await d.close()
})

test('arguments that were edited on disk while the approved call waited for its connection are asked for again', async () => {
  let expired = true
  const d = await openDesk({
    script: () => [{ call: 'monday_item_create', args: { board_id: '1', item_name: 'Brief' } }],
    answer: ({ mayWrite }) => (expired && mayWrite ? refused('connection-expired') : done({})),
  })
  const threadId = await d.ask('Create it')
  await d.rest(threadId, 'waiting')
  const [call] = d.calls(threadId)
  if (call === undefined) throw new Error('no card')
  await d.assistant.approve(ada, call.id, call.args)
  await d.until(() => d.calls(threadId)[0]?.failure?.code === 'connection-expired')
  const other = { board_id: '1', item_name: 'Something else' }
  expect(d.database.run('update tool_calls set args = ? where id = ?', [JSON.stringify(other), call.id])).toBe(1)
  expired = false
  d.connections.set('monday', 'connected')
  await d.until(() => d.calls(threadId)[0]?.failure?.code === 'arguments-invalid')
  expect(d.calls(threadId)).toMatchObject([{ id: call.id, state: 'pending', args: other }])
  expect(d.scalekit.executions.filter(({ mayWrite }) => mayWrite)).toHaveLength(1)
  await d.close()
})
