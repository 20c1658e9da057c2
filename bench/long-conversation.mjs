import { readdirSync } from 'node:fs'
import path from 'node:path'
import Libsql from 'libsql'
import { sourceModule } from './source-module.mjs'

const messageCount = 10_000

/** The thread that is put into the database: how it is called, how many messages it has, and how it ends. */
export const longThreadOf = {
  title: 'A thread of ten thousand messages',
  messageCount,
  lastWords: `Message ${String(messageCount)} of the thread.`,
}

const bodyOf = (number) =>
  `Message ${String(number)} of the thread.\n\n- **Board** Marketing\n- *Item* ${String(number)}\n\n\`done\` and [a link](https://example.com/${String(number)}).`

/** Copies the owner of the thread that the app has made, and gives them one long thread more. */
const fillThread = (file) => {
  const database = new Libsql(file)
  const { owner } = database.prepare('select owner from threads').get()
  const time = Date.now()
  database.exec('begin')
  database
    .prepare('insert into threads (owner, id, title, created_at, updated_at) values (?, ?, ?, ?, ?)')
    .run(owner, 'long', longThreadOf.title, time, time)
  const add = database.prepare(
    'insert into messages (owner, id, thread_id, position, role, parts, status, created_at, parent_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  for (let number = 1; number <= messageCount; number += 1) {
    const parts = JSON.stringify([{ kind: 'text', text: bodyOf(number) }])
    const parent = number === 1 ? '' : `m${String(number - 1)}`
    const role = number % 2 ? 'user' : 'assistant'
    add.run(owner, `m${String(number)}`, 'long', number, role, parts, 'complete', time, parent)
  }
  database.exec('commit')
  database.close()
}

/** Loads what the end-to-end tests drive the app with. */
export const openHarness = async () => {
  const modules = ['app', 'browser', 'private-folders', 'samples', 'steps']
  return Object.assign({}, ...(await Promise.all(modules.map((name) => sourceModule(`test/e2e/harness/${name}.ts`)))))
}

/** Signs in, and asks once so that the person has a thread. */
const makeOwner = async (harness, { folders, browser }) => {
  const app = await harness.launch({ folders, display: process.env.DISPLAY ?? '' })
  await harness.signIn(app, browser, harness.samples.first.name)
  await harness.messageBox(app.chat).fill(harness.samples.question)
  await harness.button(app.chat, 'Send').click()
  await app.chat.getByRole('log').getByText(harness.samples.question).waitFor()
  await app.close()
}

const databaseIn = (folder) => {
  const name = readdirSync(folder, { recursive: true }).find((file) => /\.(db|sqlite3?)$/.test(String(file)))
  if (name === undefined) throw new Error('The app has made no database')
  return path.join(folder, String(name))
}

/** Makes the folders those of a person who has a thread of 10,000 messages. */
export const addLongThread = async (harness, person) => {
  await makeOwner(harness, person)
  fillThread(databaseIn(person.folders.userData))
}
