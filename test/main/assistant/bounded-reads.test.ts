import { expect, test } from 'vitest'
import { boundedReads, mostReadsAtOnce } from '../../../src/main/assistant/bounded-reads'
import type { Execution, ExecutionOutcome } from '../../../src/main/scalekit/port'
import { done } from './fake-scalekit'
import { openDesk } from './harness'
import { ada } from './people'

const execution = (accountId: string, mayWrite = false): Execution => ({
  identifier: ada.identifier,
  accountId,
  connection: 'monday',
  tool: 'monday_items_list',
  args: {},
  mayWrite,
})

type Held = { readonly execution: Execution; readonly end: () => void }

const provider = () => {
  const held: Held[] = []
  const execute = boundedReads(
    (one) =>
      new Promise<ExecutionOutcome>((resolve) => {
        held.push({
          execution: one,
          end: () => {
            resolve(done({}))
          },
        })
      }),
  )
  const start = (one: Execution, signal = new AbortController().signal) => execute(one, { signal, timeoutMs: 1000 })
  return { held, start }
}

const turn = (): Promise<void> => new Promise(setImmediate)

test('reads of an account take turns, in their order; other accounts and writes don’t wait for them', async () => {
  const { held, start } = provider()
  const all = Array.from({ length: 10 }, () => start(execution('one')))
  all.push(start(execution('two')), start(execution('one', true)))
  await turn()
  const sent = held.map(({ execution: { accountId, mayWrite } }) => `${accountId} ${mayWrite ? 'write' : 'read'}`)
  expect(sent.toSorted()).toEqual(['one read', 'one read', 'one read', 'one read', 'one write', 'two read'])
  for (let ended = 0; ended < held.length; ended += 1) {
    held[ended]?.end()
    await turn()
  }
  expect(held).toHaveLength(12)
  expect(await Promise.all(all)).toHaveLength(12)
})

test('a read that is stopped while it waits is never sent, and keeps nobody waiting', async () => {
  const { held, start } = provider()
  const first = Array.from({ length: mostReadsAtOnce }, () => start(execution('one')))
  const stop = new AbortController()
  const stopped = start(execution('one'), stop.signal)
  const last = start(execution('one'))
  stop.abort()
  expect(await stopped).toEqual({ kind: 'stopped' })
  for (const { end } of [...held]) end()
  await Promise.all(first)
  await turn()
  expect(held).toHaveLength(mostReadsAtOnce + 1)
  held.at(-1)?.end()
  expect(await last).toMatchObject({ kind: 'done' })
})

test('thirty calls in one turn are all noted: reads run a few at a time, writes wait side by side', async () => {
  let under = 0
  let most = 0
  const d = await openDesk({
    script: (_asked, number) =>
      number === 1
        ? Array.from({ length: 30 }, (_, index) =>
            index % 2 === 0
              ? { call: 'monday_items_list', args: { board_id: String(index) } }
              : { call: 'monday_item_create', args: { board_id: '48', item_name: `Item ${String(index)}` } },
          )
        : [{ say: 'All done.' }],
    answer: async ({ mayWrite }) => {
      if (mayWrite) return done({ id: '1' })
      under += 1
      most = Math.max(most, under)
      await turn()
      under -= 1
      return done({ items: [] })
    },
  })
  const threadId = await d.ask('Do all of it')
  await d.rest(threadId, 'waiting')
  const states = d.calls(threadId).map(({ risk, state }) => `${risk} ${state}`)
  expect(states.filter((state) => state === 'read done')).toHaveLength(15)
  expect(states.filter((state) => state === 'write pending')).toHaveLength(15)
  expect(most).toBeGreaterThan(1)
  expect(most).toBeLessThanOrEqual(mostReadsAtOnce)
  const page = d.assistant.listActivity(ada, undefined)
  expect(page.ok && page.value.entries.length).toBe(30)
  for (const { id, args, state } of d.calls(threadId)) if (state === 'pending') await d.assistant.approve(ada, id, args)
  await d.rest(threadId, 'idle')
  expect(d.calls(threadId).filter(({ state }) => state === 'done')).toHaveLength(30)
  await d.close()
})

test('a provider is given more than 90 seconds, to read and to write', async () => {
  const d = await openDesk({
    script: (_asked, number) =>
      number === 1
        ? [
            { call: 'monday_items_list', args: { board_id: '48' } },
            { call: 'monday_item_create', args: { board_id: '48', item_name: 'Brief' } },
          ]
        : [{ say: 'Done.' }],
    answer: () => done({}),
  })
  const threadId = await d.ask('Read and create')
  await d.rest(threadId, 'waiting')
  const pending = d.calls(threadId).find(({ state }) => state === 'pending')
  await d.assistant.approve(ada, pending?.id ?? '', pending?.args ?? {})
  await d.rest(threadId, 'idle')
  const patience = (tool: string) => d.scalekit.patience[d.scalekit.executions.findIndex((one) => one.tool === tool)]
  expect(patience('monday_items_list')).toBeGreaterThan(90_000)
  expect(patience('monday_item_create')).toBeGreaterThan(90_000)
  await d.close()
})

test('a thread rests once the read that was stopped has ended', async () => {
  const d = await openDesk({
    script: () => [{ call: 'monday_items_list', args: { board_id: '48' } }],
    answer: (_execution, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          setImmediate(() => {
            resolve({ kind: 'stopped' })
          })
        })
      }),
  })
  const threadId = await d.ask('Read')
  await d.until(() => d.calls(threadId)[0]?.state === 'running')
  d.assistant.stop(ada, threadId)
  await d.rest(threadId, 'idle')
  expect(d.calls(threadId)[0]?.state).toBe('stopped')
  await d.close()
})
