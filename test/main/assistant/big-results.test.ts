import { afterEach, describe, expect, test } from 'vitest'
import { jsonSchema, type Json } from '../../../src/contract/json'
import { mainList } from '../../../src/contract/plain/main-list'
import { keptResult, shownResult, untrustedData } from '../../../src/main/assistant/call-result'
import { withoutBinary } from '../../../src/main/assistant/without-binary'
import { done } from './fake-scalekit'
import { openDesk, type Desk } from './harness'
import { toolAnswers } from './model-endpoint'
import { ada, grace } from './people'

const items = (count: number): Json[] =>
  Array.from({ length: count }, (_, index) => ({ id: String(index), name: `Item ${String(index)}`, state: 'active' }))

const sizeOf = (value: unknown): number => JSON.stringify(value).length

describe('a result with 10,000 rows', () => {
  const given = { boards: [{ id: '48', name: 'Marketing', items_page: { cursor: null, items: items(10_000) } }] }
  const kept = keptResult(given)

  test('is kept whole', () => {
    expect(kept).toEqual({ value: given, truncated: false })
  })

  test('comes to a window shortened to whole rows, with how many there are and can be asked for', () => {
    const shown = shownResult(kept)
    expect(shown).toMatchObject({ truncated: true, rows: 10_000, kept: 10_000 })
    expect(sizeOf(shown.value)).toBeLessThan(100_001)
    expect(mainList(shown.value)?.rows.at(-1)).toMatchObject({ state: 'active' })
  })

  test('goes to the model shortened to whole rows, with the count', () => {
    const told = untrustedData(kept)
    expect(told).toMatchObject({ untrusted: true, truncated: true, rows: 10_000 })
    const rows = mainList(told['data'] ?? null)?.rows
    expect(told['shown']).toBe(rows?.length)
    expect(rows?.length).toBeGreaterThan(50)
    expect(rows?.at(-1)).toMatchObject({ state: 'active' })
    expect(told).toMatchObject({ data: { boards: [{ id: '48', name: 'Marketing' }] } })
    expect(sizeOf(told)).toBeLessThan(21_000)
  })

  test('of more than can be kept says so, with the count of all', () => {
    const wide = items(20_000).map((item) => ({ item, text: 'word '.repeat(30) }))
    const shown = shownResult(keptResult(wide))
    expect(shown.rows).toBe(20_000)
    expect(shown.kept).toBeGreaterThan(5000)
    expect(shown.kept).toBeLessThan(20_000)
    expect(untrustedData(keptResult(wide))).toMatchObject({ rows: 20_000 })
  })

  test('that is short stays as it is', () => {
    expect(shownResult(keptResult(items(3)))).toEqual({ value: items(3), truncated: false })
    expect(untrustedData(keptResult(items(3)))).toEqual({ untrusted: true, data: items(3) })
  })
})

describe('a result of 3 MB', () => {
  test('of one text is shortened for keeping, showing and telling, and each says so', () => {
    const kept = keptResult({ id: '57', body: 'word '.repeat(600_000) })
    expect(kept.truncated).toBe(true)
    expect(sizeOf(kept.value)).toBeLessThan(2_000_100)
    expect(shownResult(kept)).toMatchObject({ truncated: true, value: { id: '57' } })
    expect(sizeOf(shownResult(kept).value)).toBeLessThan(100_100)
    expect(untrustedData(kept)).toMatchObject({ truncated: true, data: { id: '57' } })
    expect(sizeOf(untrustedData(kept))).toBeLessThan(20_200)
  })

  test('is read, shortened and checked without a halt that anybody notices', () => {
    const given = JSON.stringify({ rows: items(60_000) })
    expect(given.length).toBeGreaterThan(3_000_000)
    const started = performance.now()
    const kept = keptResult(jsonSchema.parse(JSON.parse(given)))
    shownResult(kept)
    untrustedData(kept)
    // A recursive schema alone takes several seconds for it.
    expect(performance.now() - started).toBeLessThan(1500)
  })
})

describe('what nobody can read', () => {
  const bytes = Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919 + (index >> 3)) % 256)
  const coded = Buffer.from(bytes).toString('base64')
  const binary = { kind: 'binary', bytes: 3000 }

  test.each<[string, Json, Json]>([
    ['base64', coded, binary],
    ['base64 in lines', coded.replace(/(.{76})/g, '$1\n'), binary],
    ['base64 for addresses', Buffer.from(bytes).toString('base64url'), binary],
    ['a data address', `data:image/png;base64,${coded.slice(0, 400)}`, { kind: 'binary', bytes: 300 }],
    ['a buffer', { type: 'Buffer', data: [1, 2, 255] }, { kind: 'binary', bytes: 3 }],
    ['a list of bytes', [...bytes], binary],
    ['a text with a zero', 'PNG\u0000', { kind: 'binary', bytes: 4 }],
    ['control characters', '\u0001\u0002\u0003ab', { kind: 'binary', bytes: 5 }],
    ['what a decoder could not read', '\ufffd\ufffd\ufffd\ufffdab', { kind: 'binary', bytes: 14 }],
  ])('%s is said as how many bytes it was', (_name, given, expected) => {
    expect(withoutBinary({ file: { content: given } })).toEqual({ file: { content: expected } })
  })

  test.each<[string, Json]>([
    ['a cursor', Buffer.from(bytes.slice(0, 400)).toString('base64')],
    ['a long text', 'A long text with words, and numbers like 12. '.repeat(100)],
    ['one letter many times', 'x'.repeat(5000)],
    ['a hash', 'deadbeef'.repeat(200)],
    ['lines and tabs', 'a\tb\r\nc\n'],
    ['a coloured line', '\u001b[31mred\u001b[0m'],
    ['other scripts', '漢字とかな、Ελληνικά, עברית 🚀'.repeat(50)],
    ['counts', Array.from({ length: 600 }, (_, index) => index % 100)],
  ])('%s stays as it is', (_name, given) => {
    expect(withoutBinary([given])).toEqual([given])
  })
})

describe('in a conversation', () => {
  let desk: Desk
  afterEach(() => desk.close())

  const listing = async (data: Json): Promise<string> => {
    desk = await openDesk({
      script: (_asked, number) =>
        number === 1 ? [{ call: 'monday_items_list', args: { board_id: '48' } }] : [{ say: 'Read.' }],
      answer: () => done(data),
    })
    const threadId = await desk.ask('List')
    await desk.rest(threadId, 'idle')
    return threadId
  }

  test('rows that did not come along can be asked for, by their owner only', async () => {
    const threadId = await listing({ items: items(10_000) })
    const [call] = desk.calls(threadId)
    expect(call?.result).toMatchObject({ rows: 10_000, kept: 10_000, truncated: true })
    expect(toolAnswers(desk.endpoint.asked[1])).toMatchObject([{ rows: 10_000, truncated: true }])
    const asked = { callId: call?.id ?? '', from: 9975, count: 2500 }
    const page = desk.assistant.readResultRows(ada, asked)
    expect(page.ok && page.value.rows).toEqual(items(10_000).slice(9975))
    expect(desk.assistant.readResultRows(ada, { ...asked, from: 10_000 })).toEqual({
      ok: true,
      value: { rows: [], shortened: 0 },
    })
    expect(desk.assistant.readResultRows(grace, asked)).toMatchObject({ ok: false, failure: { code: 'not-found' } })
    expect(sizeOf(desk.events)).toBeLessThan(1_000_000)
  })

  test('bytes reach neither the model nor the window', async () => {
    const content = Buffer.from(Array.from({ length: 30_000 }, (_, index) => (index * 31 + (index >> 5)) % 256))
    const threadId = await listing({ name: 'logo.png', content: content.toString('base64') })
    const said = { name: 'logo.png', content: { kind: 'binary', bytes: 30_000 } }
    expect(desk.calls(threadId)).toMatchObject([{ result: { value: said, truncated: false } }])
    expect(toolAnswers(desk.endpoint.asked[1])).toEqual([{ untrusted: true, data: said }])
  })
})
