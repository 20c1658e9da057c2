import { failure } from '../../platform/failures'
import type { Owner } from '../../identity/identifier'
import type { Clock } from '../../platform/clock'
import type { Database } from '../../platform/database'
import type { StoredPart } from '../thread-store'
import { shownAfter, shownPath } from './shown-path'
import type { FileMessage, FilePart, ThreadFile } from './thread-file'

type Needs = {
  readonly database: Database
  readonly clock: Clock
  readonly newId: () => string
}

const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]+/gu
const longestTitle = 200

// One line with nothing hidden in it, whatever a file says.
const titleOf = (title: string): string =>
  Array.from(title.replace(/\s+/g, ' ').replace(hidden, '').trim()).slice(0, longestTitle).join('')

const halfCharacters = /\p{Surrogate}/gu

// SECURITY: a call of a file never becomes a row of the journal, and a failure of one offers nothing to press. What
// stands in a message can only be read.
const storedPart = (part: FilePart, newId: () => string): StoredPart => {
  switch (part.kind) {
    case 'text':
    case 'reasoning':
      return { kind: part.kind, text: part.text.replace(halfCharacters, '\ufffd') }
    case 'call':
      return { kind: 'imported-call', call: part.call }
    case 'failure': {
      const { code, subject, detail } = part
      return { kind: 'failure', failure: failure(code, { subject, detail, action: { kind: 'none' } }) }
    }
    case 'connections':
      return {
        kind: 'connections',
        connections: part.providers.map((providerName) => ({ name: '', provider: '', providerName })),
      }
    case 'file':
      return { ...part, id: newId() }
  }
}

type Row = { readonly index: number; readonly message: FileMessage }
type Placed = {
  readonly owner: Owner
  readonly threadId: string
  readonly ids: readonly string[]
  readonly time: number
  readonly chosen: ReadonlySet<number>
  readonly active: ReadonlySet<number>
}

const addMessage = ({ database, newId }: Needs, placed: Placed, { index, message }: Row): void => {
  const { owner, threadId, ids, time, chosen, active } = placed
  database.run(
    `insert into messages
       (owner, id, thread_id, position, role, parts, status, created_at, parent_id, chosen, active, imported)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
    [
      owner,
      ids[index] ?? newId(),
      threadId,
      index + 1,
      message.role,
      JSON.stringify(message.parts.map((part) => storedPart(part, newId))),
      message.status,
      Math.min(message.createdAt, time),
      message.after === null ? '' : (ids[message.after] ?? ''),
      Number(chosen.has(index)),
      Number(active.has(index)),
    ],
  )
}

/** Stores a conversation from a file as a new thread, whole or not at all; its id. Every id in it is a new one. */
export const storeImported = (needs: Needs, owner: Owner, { title, messages }: ThreadFile): string => {
  const { database, clock, newId } = needs
  const [threadId, time] = [newId(), clock.now()]
  const placed: Placed = {
    owner,
    threadId,
    ids: messages.map(() => newId()),
    time,
    chosen: new Set(shownAfter(messages).values()),
    active: new Set(shownPath(messages)),
  }
  database.transaction(() => {
    database.run(
      `insert into threads (owner, id, title, created_at, updated_at, titled_by, imported_at)
       values (?1, ?2, ?3, ?4, ?4, 'person', ?4)`,
      [owner, threadId, titleOf(title), time],
    )
    for (const [index, message] of messages.entries()) addMessage(needs, placed, { index, message })
  })
  return threadId
}
