import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { matchOf } from '../../../../src/main/assistant/search/match'
import { hitBegins, hitEnds, piecesOf } from '../../../../src/main/assistant/search/pieces'
import { createSearch } from '../../../../src/main/assistant/search/search'
import { createThreadStore, type StoredMessage } from '../../../../src/main/assistant/thread-store'
import { openDatabase, type Database } from '../../../../src/main/platform/database'
import { ada, grace } from '../people'

const opened: Database[] = []
afterEach(() => {
  for (const database of opened.splice(0)) database.close()
})

const open = () => {
  const { database } = openDatabase(join(mkdtempSync(join(tmpdir(), 'onbehalf-')), 'onbehalf.db'))
  opened.push(database)
  const store = createThreadStore(database)
  const search = createSearch(database)
  let count = 0
  const say = (
    text: string,
    about: { owner?: typeof ada; threadId?: string; status?: StoredMessage['status'] } = {},
  ) => {
    const { owner } = about.owner ?? ada
    count += 1
    const id = `m${String(count)}`
    const thread_id = about.threadId ?? 't1'
    if (store.thread(owner, thread_id) === undefined)
      store.addThread(owner, { id: thread_id, title: 'Untold', time: 1 })
    store.addMessage(owner, {
      id,
      thread_id,
      role: 'user',
      parts: [
        { kind: 'reasoning', text: 'secretly' },
        { kind: 'text', text },
      ],
      status: about.status ?? 'complete',
      created_at: count,
    })
    return id
  }
  const found = (query: string, by = ada) => {
    const results = search(by, query)
    if (!results.ok) throw new Error(results.failure.code)
    return results.value.hits
  }
  const ids = (query: string, by = ada) => found(query, by).map(({ messageId }) => messageId)
  return { database, store, shelf: store, say, found, ids }
}

const shown = (pieces: readonly { text: string; hit: boolean }[]): string =>
  pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')

describe('searching', () => {
  test('finds every word in any order, the last one by its beginning, whatever its accents and case', () => {
    const { say, ids, found } = open()
    const id = say('The café in Zürich confirmed the newsletter')
    say('Another newsletter')
    expect(ids('NEWS cafe')).toEqual([])
    expect(ids('cafe news')).toEqual([id])
    expect(ids('zurich')).toEqual([id])
    expect(ids('secretly')).toEqual([])
    expect(shown(found('cafe news')[0]?.pieces ?? [])).toBe('The [café] in Zürich confirmed the [newsletter]')
  })

  test('takes a phrase in quotes for what it is, also while it is being typed', () => {
    const { say, ids } = open()
    const id = say('the brief for the launch')
    say('launch the brief')
    expect(ids('"brief for the"')).toEqual([id])
    expect(ids('“brief for')).toEqual([id])
    expect(ids('"for brief"')).toEqual([])
  })

  test('puts titles first and the newest message before older ones', () => {
    const { say, ids, shelf, found } = open()
    const first = say('newsletter', { threadId: 't1' })
    const second = say('newsletter', { threadId: 't2' })
    shelf.rename(ada.owner, 't1', 'Newsletter plan')
    expect(ids('newsletter')).toEqual([undefined, second, first])
    expect(found('newsletter')[0]).toMatchObject({ threadId: 't1', title: 'Newsletter plan' })
    expect(ids('untold')).toEqual([undefined])
  })

  test('never shows what is somebody else’s or was deleted, and says what was put away', () => {
    const { say, ids, shelf, found } = open()
    say('newsletter', { owner: grace, threadId: 'hers' })
    expect(ids('newsletter')).toEqual([])
    expect(ids('newsletter', grace)).toHaveLength(1)
    say('launch', { threadId: 't3' })
    shelf.archive(ada.owner, 't3', 5)
    expect(found('launch')).toMatchObject([{ archived: true }])
    shelf.markDeleted(ada.owner, 't3', 6)
    expect(ids('launch')).toEqual([])
  })

  test('follows a message as it is saved, and finds none while it is still being said', () => {
    const { say, ids, store, database } = open()
    const id = say('launch', { status: 'streaming' })
    expect(ids('launch')).toEqual([])
    store.saveMessage(ada.owner, { id, parts: [{ kind: 'text', text: 'launched' }], status: 'complete' })
    expect(ids('launched')).toEqual([id])
    store.saveMessage(ada.owner, { id, parts: [{ kind: 'text', text: 'landed' }], status: 'complete' })
    expect(ids('launched')).toEqual([])
    expect(ids('landed')).toEqual([id])
    expect(() => {
      database.transaction(() => {
        store.saveMessage(ada.owner, { id, parts: [{ kind: 'text', text: 'lost' }], status: 'complete' })
        throw new Error('rolled back')
      })
    }).toThrow('rolled back')
    expect(ids('lost')).toEqual([])
    expect(ids('landed')).toEqual([id])
  })

  test('takes whatever is typed for words, never for a query of its own', () => {
    const { say, found } = open()
    say('anything NEAR body: "x" * ^ - OR')
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('a" OR "b', '*', 'body:', '"', '\ud800', '\u00000')),
        (query) => {
          expect(Array.isArray(found(query))).toBe(true)
        },
      ),
    )
    expect(matchOf(' " * - ')).toBeNull()
    expect(matchOf('a')).toBe('"a"')
    expect(matchOf('NEAR(a b')).toBe('"NEAR(a" AND "b"')
  })
})

test('pieces of a snippet say the text as it was, on one line and without marks of layout', () => {
  expect(piecesOf(`## A **${hitBegins}board${hitEnds}**\n\`id\`  1`)).toEqual([
    { text: 'A ', hit: false },
    { text: 'board', hit: true },
    { text: ' id 1', hit: false },
  ])
})
