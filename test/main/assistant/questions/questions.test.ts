import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createQuestions, mostQuestions } from '../../../../src/main/assistant/questions/questions'
import { createThreadStore } from '../../../../src/main/assistant/thread-store'
import { openDatabase } from '../../../../src/main/platform/database'
import { ada, grace } from '../people'

const fixture = () => {
  const path = join(mkdtempSync(join(tmpdir(), 'onbehalf-')), 'onbehalf.db')
  const { database } = openDatabase(path)
  const store = createThreadStore(database)
  for (const { owner } of [ada, grace]) store.addThread(owner, { id: 'thread', title: 'Boards', time: 1 })
  return { path, database, store, questions: createQuestions(database) }
}

test('questions come back newest first, each once, also after a restart', () => {
  const { path, database, questions } = fixture()
  for (const text of ['List my boards', 'Who am I?', 'List my boards']) {
    questions.keep(ada.owner, { threadId: 'thread', text })
  }
  database.close()
  expect(createQuestions(openDatabase(path).database).list(ada.owner)).toEqual(['List my boards', 'Who am I?'])
})

test('only the newest are kept', () => {
  const { questions } = fixture()
  for (let index = 0; index < mostQuestions + 7; index += 1) {
    questions.keep(ada.owner, { threadId: 'thread', text: `Question ${String(index)}` })
  }
  const kept = questions.list(ada.owner)
  expect(kept).toHaveLength(mostQuestions)
  expect(kept.at(0)).toBe(`Question ${String(mostQuestions + 6)}`)
  expect(kept.at(-1)).toBe('Question 7')
})

test('nobody sees, replaces or drives out what somebody else asked', () => {
  const { questions } = fixture()
  questions.keep(grace.owner, { threadId: 'thread', text: 'List my boards' })
  for (let index = 0; index < mostQuestions; index += 1) {
    questions.keep(ada.owner, {
      threadId: 'thread',
      text: index === 0 ? 'List my boards' : `Question ${String(index)}`,
    })
  }
  expect(questions.list(grace.owner)).toEqual(['List my boards'])
})

test('a thread takes its questions along when it is deleted, and one that is not there keeps none', () => {
  const { questions, store, database } = fixture()
  store.addThread(ada.owner, { id: 'other', title: 'Me', time: 2 })
  questions.keep(ada.owner, { threadId: 'thread', text: 'List my boards' })
  questions.keep(ada.owner, { threadId: 'other', text: 'Who am I?' })
  questions.keep(ada.owner, { threadId: 'nowhere', text: 'Gone' })
  database.run('delete from threads where owner = ? and id = ?', [ada.owner, 'thread'])
  expect(questions.list(ada.owner)).toEqual(['Who am I?'])
})
