import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createAgentLoader } from '../../../../src/main/assistant/agent'
import { openDesk, textOf, type Desk, type Setting } from '../harness'
import { ada, grace } from '../people'

const open: Desk[] = []
const desk = async (setting: Setting): Promise<Desk> => {
  const opened = await openDesk(setting)
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

const texts = (d: Desk, threadId: string): string[] => d.messages(threadId).map(textOf)

const queueOf = (d: Desk, threadId: string) => {
  const page = d.assistant.openThread(ada, threadId, undefined)
  if (!page.ok) throw new Error(page.failure.code)
  return page.value.queue
}

/** A first answer that lasts until the test lets go; the others are short. */
const heldUp = () => {
  let letGo: () => void = () => undefined
  const hold = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const script: Setting['script'] = (_asked, number) =>
    number === 1 ? [{ say: 'First ' }, { hold }, { say: 'done' }] : [{ say: `Answer ${String(number)}` }]
  return { script, letGo }
}

const speaking = async (d: Desk): Promise<string> => {
  const threadId = await d.ask('One')
  await d.until(() => d.events.some(({ kind }) => kind === 'delta'))
  return threadId
}

const queued = async (d: Desk, threadId: string, text: string): Promise<string> => {
  const messageId = randomUUID()
  expect(await d.assistant.send(ada, { threadId, messageId, text })).toEqual({ ok: true, value: { threadId } })
  return messageId
}

describe('a message sent while a run works', () => {
  test('waits its turn, in order, each sent once, however often the window repeats it', async () => {
    const { script, letGo } = heldUp()
    const d = await desk({ script })
    const threadId = await speaking(d)
    const two = await queued(d, threadId, 'Two')
    await d.assistant.send(ada, { threadId, messageId: two, text: 'Two' })
    await queued(d, threadId, 'Three')
    expect(queueOf(d, threadId)).toMatchObject({ held: false, messages: [{ id: two, text: 'Two' }, { text: 'Three' }] })
    letGo()
    await d.until(() => queueOf(d, threadId).messages.length === 0)
    await d.rest(threadId, 'idle')
    expect(texts(d, threadId)).toEqual(['One', 'First done', 'Two', 'Answer 2', 'Three', 'Answer 3'])
    await d.assistant.send(ada, { threadId, messageId: two, text: 'Two' })
    expect(d.endpoint.asked).toHaveLength(3)
  })

  test('can be changed and removed, by its person only, and is not sent while it is being changed', async () => {
    const { script, letGo } = heldUp()
    const d = await desk({ script })
    const threadId = await speaking(d)
    const two = await queued(d, threadId, 'Two')
    const three = await queued(d, threadId, 'Three')
    expect(d.assistant.removeQueued(grace, three)).toMatchObject({ failure: { code: 'not-found' } })
    expect(await d.assistant.changeQueued(grace, { id: two, text: 'Hers', done: true })).toMatchObject({ ok: false })
    expect(d.assistant.sendQueued(grace, two)).toMatchObject({ ok: false })
    d.assistant.removeQueued(ada, three)
    await d.assistant.changeQueued(ada, { id: two, text: 'Tw', done: false })
    letGo()
    await d.rest(threadId, 'idle')
    expect(queueOf(d, threadId)).toMatchObject({ held: true, messages: [{ text: 'Tw' }] })
    await d.assistant.changeQueued(ada, { id: two, text: 'Zwei', done: true })
    await d.rest(threadId, 'idle')
    expect(texts(d, threadId)).toEqual(['One', 'First done', 'Zwei', 'Answer 2'])
    expect(await d.assistant.changeQueued(ada, { id: two, text: 'Late', done: true })).toMatchObject({ ok: false })
  })

  test('stays after Stop until it is asked for, also when the thread goes on otherwise', async () => {
    const { script } = heldUp()
    const d = await desk({ script })
    const threadId = await speaking(d)
    const two = await queued(d, threadId, 'Two')
    d.assistant.stop(ada, threadId)
    expect(queueOf(d, threadId)).toMatchObject({ held: true, messages: [{ text: 'Two' }] })
    d.assistant.goOn(ada, threadId)
    await d.rest(threadId, 'idle')
    expect(queueOf(d, threadId)).toMatchObject({ held: true })
    expect(d.assistant.sendQueued(ada, two)).toEqual({ ok: true, value: null })
    await d.rest(threadId, 'idle')
    expect(texts(d, threadId)).toEqual(['One', 'First ', 'Answer 2', 'Two', 'Answer 3'])
    expect(d.assistant.sendQueued(ada, two)).toMatchObject({ failure: { code: 'not-found' } })
  })

  test('is sent right away when asked, and what was being said stops for it', async () => {
    const { script } = heldUp()
    const d = await desk({ script })
    const threadId = await speaking(d)
    const two = await queued(d, threadId, 'Two')
    await queued(d, threadId, 'Three')
    d.assistant.saveDraft(ada, threadId, 'Being typed')
    d.assistant.sendQueued(ada, two)
    await d.until(() => queueOf(d, threadId).messages.length === 0)
    await d.rest(threadId, 'idle')
    expect(texts(d, threadId)).toEqual(['One', 'First ', 'Two', 'Answer 2', 'Three', 'Answer 3'])
    expect(d.assistant.readDraft(ada, threadId)).toEqual({ ok: true, value: { text: 'Being typed' } })
  })

  test('survives a restart, and then waits to be asked', async () => {
    const { script, letGo } = heldUp()
    const d = await desk({ script })
    const threadId = await speaking(d)
    const two = await queued(d, threadId, 'Two')
    d.assistant.stopAll()
    const next = await d.restart()
    open.splice(0, 1, next)
    expect(queueOf(next, threadId)).toEqual({ held: true, messages: [{ id: two, text: 'Two' }] })
    letGo()
    await next.ask('Something else', threadId)
    await next.rest(threadId, 'idle')
    expect(queueOf(next, threadId).messages).toHaveLength(1)
    next.assistant.deleteThread(ada, threadId)
    expect(next.assistant.sendQueued(ada, two)).toMatchObject({ failure: { code: 'not-found' } })
  })

  test('is not spent on a model that just failed', async () => {
    let letGo: () => void = () => undefined
    const hold = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const d = await desk({
      script: (_asked, number) => (number === 1 ? [{ say: 'First ' }, { hold }, { drop: true }] : { status: 401 }),
    })
    const threadId = await speaking(d)
    await queued(d, threadId, 'Two')
    letGo()
    await d.rest(threadId, 'idle')
    expect(d.messages(threadId).at(-1)).toMatchObject({ role: 'assistant', status: 'failed' })
    expect(queueOf(d, threadId)).toMatchObject({ held: true, messages: [{ text: 'Two' }] })
  })
})

test('a message sent while a call waits for the person is said at once', async () => {
  const d = await desk({
    script: (_asked, number) =>
      number === 1
        ? [{ call: 'monday_item_create', args: { board_id: '1', item_name: 'Brief' } }]
        : [{ say: `Answer ${String(number)}` }],
  })
  const threadId = await d.ask('Create it')
  await d.rest(threadId, 'waiting')
  await d.ask('Which board?', threadId)
  await d.rest(threadId, 'waiting')
  expect(texts(d, threadId)).toEqual(['Create it', '', 'Which board?', 'Answer 2'])
})

test('in a thread that is deleted nothing is sent, and what waited is there again when it is restored', async () => {
  const { script, letGo } = heldUp()
  const d = await desk({ script })
  const threadId = await speaking(d)
  const two = await queued(d, threadId, 'Two')
  d.assistant.deleteThread(ada, threadId)
  expect(d.assistant.sendQueued(ada, two)).toMatchObject({ failure: { code: 'not-found' } })
  letGo()
  expect(d.assistant.restoreThread(ada, threadId).ok).toBe(true)
  expect(queueOf(d, threadId)).toMatchObject({ held: true, messages: [{ id: two, text: 'Two' }] })
  expect(d.endpoint.asked).toHaveLength(1)
  expect(d.assistant.sendQueued(ada, two).ok).toBe(true)
  await d.rest(threadId, 'idle')
  expect(texts(d, threadId)).toEqual(['One', 'First ', 'Two', 'Answer 2'])
})
