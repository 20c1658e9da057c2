import type { Json, JsonObject } from '../../../contract/json'
import { isObject } from '../../../contract/plain/main-list'
import { momentOf, type Moment } from './moment'
import { filledText, isList, namesIn } from './row-fields'

/** Whose side somebody is on in a conversation with customers. */
export type Side = 'customer' | 'team' | 'bot'

/** One thing that was said or happened in a conversation. */
export type Entry = {
  readonly who: string | undefined
  readonly side: Side | undefined
  /** An event has no text: somebody closed it, say. */
  readonly kind: 'message' | 'note' | 'event'
  /** What kind of event, in the provider's word. */
  readonly event: string
  /** Plain text or HTML. */
  readonly body: string
  readonly at: Moment | undefined
  readonly attachments: readonly string[]
}

/** A conversation: what it is about, what is known about it, and its rows, the opening first. */
export type Conversation = {
  readonly title: string | undefined
  readonly state: string | undefined
  readonly tags: readonly string[]
  readonly opening: JsonObject | undefined
  readonly rows: readonly JsonObject[]
}

const sides: Readonly<Record<string, Side>> = {
  user: 'customer',
  contact: 'customer',
  lead: 'customer',
  customer: 'customer',
  admin: 'team',
  teammate: 'team',
  team: 'team',
  bot: 'bot',
  operator: 'bot',
}

const textNames = ['body', 'text_body', 'text', 'message', 'content'] as const
const authorNames = ['author', 'creator', 'from', 'sender', 'user'] as const

const textIn = (row: JsonObject): string | undefined => {
  for (const name of textNames) {
    const text = filledText(row[name])
    if (text !== undefined) return text
  }
  return undefined
}

const authorIn = (row: JsonObject): JsonObject | undefined => authorNames.map((name) => row[name]).find(isObject)

const attachmentsIn = (row: JsonObject): readonly string[] =>
  ['attachments', 'assets', 'files'].flatMap((name) => namesIn(row[name]) ?? [])

const momentIn = (row: JsonObject): Moment | undefined => {
  for (const name of ['created_at', 'createdAt', 'sent_at', 'updated_at']) {
    const moment = momentOf('created_at', row[name])
    if (moment !== undefined) return moment
  }
  return undefined
}

const kindOf = (row: JsonObject, body: string, attachments: readonly string[]): Entry['kind'] => {
  const type = filledText(row['part_type']) ?? filledText(row['type'])
  if (type === 'note') return 'note'
  return body === '' && attachments.length === 0 ? 'event' : 'message'
}

/** A row of a conversation as it is read. */
export const entryOf = (row: JsonObject): Entry => {
  const author = authorIn(row)
  const body = textIn(row) ?? ''
  const attachments = attachmentsIn(row)
  return {
    who: author === undefined ? undefined : (filledText(author['name']) ?? filledText(author['email'])),
    side: sides[filledText(author?.['type']) ?? ''],
    kind: kindOf(row, body, attachments),
    event: filledText(row['part_type']) ?? filledText(row['type']) ?? '',
    body,
    at: momentIn(row),
    attachments,
  }
}

const objectsIn = (value: Json | undefined): readonly JsonObject[] | undefined =>
  isList(value) && value.every(isObject) ? value.filter(isObject) : undefined

const partsOf = (value: JsonObject): readonly JsonObject[] | undefined => {
  const parts = value['conversation_parts']
  return objectsIn(parts) ?? (isObject(parts) ? objectsIn(parts['conversation_parts']) : undefined)
}

// What opened a conversation has its time from the conversation itself.
const openingOf = (value: JsonObject): JsonObject | undefined => {
  const source = value['source']
  return isObject(source) ? { created_at: value['created_at'] ?? null, ...source } : undefined
}

/** The conversation that an object is; undefined when it is something else. */
export const conversationOf = (value: JsonObject): Conversation | undefined => {
  const rows = partsOf(value)
  const opening = openingOf(value)
  if (rows === undefined && (value['type'] !== 'conversation' || opening === undefined)) return undefined
  return {
    title: filledText(value['title']) ?? filledText(opening?.['subject']),
    state: filledText(value['state']),
    tags: namesIn(value['tags']) ?? [],
    opening,
    rows: rows ?? [],
  }
}

/** Whether rows are what people wrote to each other: each has an author and a text. */
export const areEntries = (rows: readonly JsonObject[]): boolean =>
  rows.length > 0 && rows.every((row) => authorIn(row) !== undefined && textIn(row) !== undefined)
