import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { failureCodes } from '../../../../src/contract/failure'
import { importedOutcomes } from '../../../../src/contract/imported-call'
import { jsonSchema } from '../../../../src/contract/json'
import type { Owner } from '../../../../src/main/identity/identifier'
import { createActivityLog } from '../../../../src/main/assistant/activity-log'
import { createJournal } from '../../../../src/main/assistant/journal'
import { createThreadStore } from '../../../../src/main/assistant/thread-store'
import { createThreadView } from '../../../../src/main/assistant/thread-view'
import { exportedThread } from '../../../../src/main/assistant/transfer/exported-thread'
import {
  readThreadFile,
  threadFileSchema,
  writeThreadFile,
  type FileMessage,
  type ThreadFile,
} from '../../../../src/main/assistant/transfer/thread-file'
import { threadMarkdown } from '../../../../src/main/assistant/transfer/thread-markdown'
import { createTransfer } from '../../../../src/main/assistant/transfer/transfer'
import { systemClock } from '../../../../src/main/platform/clock'
import { openDatabase } from '../../../../src/main/platform/database'
import { ada } from '../people'

const { database } = openDatabase(join(mkdtempSync(join(tmpdir(), 'onbehalf-')), 'onbehalf.db'))
const store = createThreadStore(database)
const journal = createJournal(database, createActivityLog({ database, now: Date.now, onError: () => undefined }))
const view = createThreadView({ store, journal, running: new Set() })
const shown: string[] = []
const transfer = createTransfer({
  database,
  clock: systemClock,
  newId: randomUUID,
  store,
  journal,
  runs: { show: (_owner, threadId) => shown.push(threadId) },
})
afterAll(() => {
  database.close()
})

const time = fc.integer({ min: 0, max: Date.UTC(2026, 0) })
const words = fc.string({ unit: 'grapheme', maxLength: 40 })
const value = fc.jsonValue({ maxDepth: 3 }).map((one) => jsonSchema.parse(one))
const json = fc.dictionary(words, value, { maxKeys: 3 })

const part: fc.Arbitrary<FileMessage['parts'][number]> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: words }),
  fc.record({ kind: fc.constant('reasoning' as const), text: words }),
  fc.record({
    kind: fc.constant('call' as const),
    call: fc.record(
      {
        title: words,
        tool: words,
        providerName: words,
        account: words,
        args: json,
        outcome: fc.constantFrom(...importedOutcomes),
        result: fc.record({ value, truncated: fc.boolean() }),
        startedAt: time,
        endedAt: time,
      },
      { requiredKeys: ['title', 'tool', 'providerName', 'args', 'outcome', 'startedAt'] },
    ),
  }),
  fc.record(
    { kind: fc.constant('failure' as const), code: fc.constantFrom(...failureCodes), subject: words },
    { requiredKeys: ['kind', 'code'] },
  ),
  fc.record({ kind: fc.constant('connections' as const), providers: fc.array(words, { maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('file' as const),
    name: words.filter((name) => name !== ''),
    mediaType: fc.constant('text/csv' as const),
    size: fc.nat(),
  }),
)

const message = fc.record({
  back: fc.nat(3),
  shown: fc.boolean(),
  role: fc.constantFrom('user' as const, 'assistant' as const),
  status: fc.constantFrom('complete' as const, 'stopped' as const, 'failed' as const),
  createdAt: time,
  parts: fc.array(part, { maxLength: 4 }),
})

// Of those that follow the same one, exactly one is shown: so it is in a conversation of the app's own.
const settled = (messages: readonly FileMessage[]): FileMessage[] =>
  messages.map((one, index) => ({
    ...one,
    shown: messages.findLastIndex(({ after }) => after === one.after) === index,
  }))

const file: fc.Arbitrary<ThreadFile> = fc
  .record({ createdAt: time, updatedAt: time, messages: fc.array(message, { maxLength: 8 }) })
  .map(({ messages, ...rest }) => ({
    format: 'onbehalf-thread',
    version: 1,
    title: 'Round trip',
    ...rest,
    messages: settled(
      messages.map(({ back, ...one }, index) => ({
        ...one,
        after: index - back > 0 ? index - back - 1 : null,
        imported: true,
      })),
    ),
  }))

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const take = (given: Uint8Array) => transfer.importThread(ada, { name: 'x.json', bytes: given })
const idSchema = z.object({ id: z.string() })
const threadsOf = (owner: Owner): readonly string[] =>
  database.rows(idSchema, 'select id from threads where owner = ?', [owner]).map(({ id }) => id)
const countSchema = z.object({ count: z.number() })
const countOf = (table: string): number =>
  database.row(countSchema, `select count(*) as count from ${table}`, [])?.count ?? 0

// What came of a file is a whole thread that can be opened and written again, or nothing and a code.
const expectWholeOrNothing = (given: Uint8Array): void => {
  const [threads, messages] = [threadsOf(ada.owner).length, countOf('messages')]
  const imported = take(given)
  if (!imported.ok) {
    expect(imported.failure.code).toMatch(/^import-(malformed|newer|too-large)$/)
    expect([threadsOf(ada.owner).length, countOf('messages')]).toEqual([threads, messages])
    return
  }
  const { threadId } = imported.value
  const stored = store.allMessages(ada.owner, threadId)
  expect(countOf('messages')).toBe(messages + stored.length)
  view.messages(ada.owner, threadId, stored)
  const written = exportedThread({ store, journal }, ada.owner, threadId)
  expect(written !== undefined && threadFileSchema.safeEncode(written).success).toBe(true)
  expect(written !== undefined && threadMarkdown(written)).toMatch(/^# /)
  expect([countOf('tool_calls'), countOf('activity_log'), countOf('files')]).toEqual([0, 0, 0])
}

test('what is taken in is written again as it was, in every version', () => {
  fc.assert(
    fc.property(file, (given) => {
      const imported = take(bytes(writeThreadFile(given)))
      expect(imported.ok).toBe(true)
      const again = exportedThread({ store, journal }, ada.owner, imported.ok ? imported.value.threadId : '')
      expect(again?.messages).toEqual(given.messages)
      expect(shown.at(-1)).toBe(imported.ok && imported.value.threadId)
    }),
    { numRuns: 150 },
  )
})

test('any bytes make a whole conversation or none', () => {
  fc.assert(fc.property(fc.oneof(fc.uint8Array(), fc.json().map(bytes)), expectWholeOrNothing), { numRuns: 300 })
})

test('a file that was changed anywhere makes a whole conversation or none', () => {
  const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(12), put: fc.string() })
  fc.assert(
    fc.property(file, fc.array(change, { minLength: 1, maxLength: 3 }), (given, changes) => {
      const mutated = changes.reduce((text, { at, cut, put }) => {
        const from = Math.floor(at * text.length)
        return text.slice(0, from) + put + text.slice(from + cut)
      }, writeThreadFile(given))
      expectWholeOrNothing(bytes(mutated))
    }),
    { numRuns: 300 },
  )
})

test('a file in which any value stands in any place makes a whole conversation or none', () => {
  const odd = fc.oneof(fc.jsonValue(), fc.constantFrom('\ud800', '\u0000', '\u202e', 1e308, -1, 2 ** 53))
  const places = (value: unknown): [object, string][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]): [object, string][] => [[value, key], ...places(inner)])
      : []
  fc.assert(
    fc.property(file, fc.nat(), odd, (given, number, put) => {
      const content: unknown = JSON.parse(writeThreadFile(given))
      const all = places(content)
      const place = all[number % all.length]
      if (place !== undefined) Reflect.set(place[0], place[1], put)
      expectWholeOrNothing(bytes(JSON.stringify(content)))
      expect(readThreadFile(bytes(JSON.stringify(content)))).toHaveProperty('ok')
    }),
    { numRuns: 400 },
  )
})
