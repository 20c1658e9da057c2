import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createAgentLoader } from '../../../../src/main/assistant/agent'
import { cleanTitle, requestTitle } from '../../../../src/main/assistant/thread-list/title-request'
import { createScriptedModel } from '../../../../src/sandbox/model/scripted-model'
import { openDesk, type Desk, type Setting } from '../harness'
import type { TitleAnswer } from '../model-endpoint'
import { ada } from '../people'

const open: Desk[] = []
const desk = async (title: TitleAnswer, setting: Partial<Setting> = {}): Promise<Desk> => {
  const opened = await openDesk({ script: () => [{ say: 'The tour begins in May.' }], title, ...setting })
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

const titleOf = ({ assistant }: Desk): string | undefined => {
  const threads = assistant.listThreads(ada)
  return threads.ok ? threads.value[0]?.title : undefined
}

describe('a title by the model', () => {
  test('is asked for once, after the first answer, without tools and with what was said marked as data', async () => {
    const d = await desk(() => '"**Spring tour**."')
    const threadId = await d.ask('When does the tour begin?')
    await d.rest(threadId, 'idle')
    await d.until(() => titleOf(d) === 'Spring tour')
    expect(d.events.at(-1)).toMatchObject({ kind: 'thread', thread: { title: 'Spring tour', run: 'idle' } })
    const [asked] = d.endpoint.titles
    expect(asked?.tools).toEqual([])
    expect(asked?.messages.map(({ role }) => role)).toEqual(['system', 'user'])
    expect(JSON.parse(String(asked?.messages[1]?.content))).toEqual({
      untrusted: true,
      person: 'When does the tour begin?',
      assistant: 'The tour begins in May.',
    })
    await d.ask('And ends?', threadId)
    await d.rest(threadId, 'idle')
    expect(d.endpoint.titles).toHaveLength(1)
    expect(d.assistant.search(ada, 'spring')).toMatchObject({ value: { hits: [{ threadId, title: 'Spring tour' }] } })
  })

  test('never takes the place of a name that a person gave, and none is needed', async () => {
    const d = await desk(() => {
      const threads = d.assistant.listThreads(ada)
      const [thread] = threads.ok ? threads.value : []
      if (thread !== undefined) d.assistant.renameThread(ada, thread.id, 'Mine')
      return 'Spring tour'
    })
    const threadId = await d.ask('When does the tour begin?')
    await d.rest(threadId, 'idle')
    await d.until(() => titleOf(d) === 'Mine')
    await d.ask('And ends?', threadId)
    await d.rest(threadId, 'idle')
    expect(titleOf(d)).toBe('Mine')
  })

  test('is given up when everything is stopped, and the first words stay', async () => {
    const d = await desk(() => null)
    const threadId = await d.ask('When does the tour begin?')
    await d.rest(threadId, 'idle')
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (d.endpoint.titles.length > 0) resolve()
        else setImmediate(look)
      }
      look()
    })
    expect(d.endpoint.hungUp()).toBe(0)
    d.assistant.stopEverything(ada)
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (d.endpoint.hungUp() === 1) resolve()
        else setImmediate(look)
      }
      look()
    })
    expect(titleOf(d)).toBe('When does the tour begin?')
  })
})

describe('what a model says for a title', () => {
  test.each([
    ['Title: "Autumn newsletter"', 'Autumn newsletter'],
    ['<think>Hm.\nWell.</think>\n\n## **Boards** of `Marketing`.\nAnd more', 'Boards of Marketing'],
    ['“Lena’s refund”', 'Lena’s refund'],
    ['<img src=x onerror=alert(1)>', 'img src=x onerror=alert(1)'],
    ['Safe\u202Etxt\u0000', 'Safetxt'],
    [' \n--- ', null],
    ['', null],
  ])('%j becomes %j', (said, title) => {
    expect(cleanTitle(said)).toBe(title)
  })

  test('is always one short line without markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (said) => {
        const title = cleanTitle(said)
        if (title === null) return
        expect(title.length).toBeLessThanOrEqual(60)
        expect(title).not.toMatch(/[\r\n"*`<>]/)
        expect(title.trim()).toBe(title)
      }),
    )
  })
})

test('the sandbox’s model names a conversation by what was asked, whatever that is', async () => {
  const model = createScriptedModel()
  const signal = new AbortController().signal
  const title = (asked: string) => requestTitle(model, { asked, answered: 'Here they are.' }, signal)
  expect(await title('please list my boards.')).toBe('List my boards')
  expect(await title('Sing')).toBe('Sing')
  expect((await title(`Tell me ${'everything '.repeat(20)}`))?.length).toBeLessThanOrEqual(60)
})
