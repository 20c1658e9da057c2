import { z } from 'zod'
import { failureSchema } from '../../contract/failure'
import { chosenConnectionSchema, messageSchema } from '../../contract/conversation'
import { attachedFileSchema } from '../../contract/files'
import { importedCallSchema } from '../../contract/imported-call'
import type { Owner } from '../identity/identifier'
import type { Database } from '../platform/database'
import { createPathStore, type PathStore } from './branches/path-store'
import { column } from './columns'
import { createShelf, type Shelf } from './thread-list/shelf'

const threadRowSchema = z.object({
  id: z.string(),
  title: z.string(),
  found_tools: column(z.array(z.string())),
  created_at: z.number(),
  updated_at: z.number(),
  /** Who gave it its title: `words` are the first ones that were said in it. */
  titled_by: z.enum(['words', 'model', 'person']),
  pinned_at: z.number().nullable(),
  archived_at: z.number().nullable(),
  /** When it was made from a file; what it says is by others then. */
  imported_at: z.number().nullable(),
})

const storedPartSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('reasoning'), text: z.string() }),
  z.object({ kind: z.literal('tool-call'), id: z.string() }),
  // SECURITY: what a file tells of a call stands here whole: there is no row of the journal that it could be taken for.
  z.object({ kind: z.literal('imported-call'), call: importedCallSchema }),
  z.object({ kind: z.literal('failure'), failure: failureSchema }),
  z.object({ kind: z.literal('connections'), connections: z.array(chosenConnectionSchema) }),
  attachedFileSchema.extend({ kind: z.literal('file') }),
])

const messageRowSchema = z.object({
  id: z.string(),
  thread_id: z.string(),
  position: z.number(),
  role: messageSchema.shape.role,
  parts: column(z.array(storedPartSchema)),
  status: messageSchema.shape.status,
  created_at: z.number(),
  /** The message before it; '' before the first. */
  parent_id: z.string(),
  /** 1: it is on the path that is shown and told to the model. */
  active: z.number(),
  /** 1: of those that follow the same message, it was shown last. */
  chosen: z.number(),
  /** 1: it came from a file. */
  imported: z.number(),
})

/** A piece of a message as it is stored: tool calls are named, the journal has them. */
export type StoredPart = z.infer<typeof storedPartSchema>
/** A message as it is stored. */
export type StoredMessage = z.infer<typeof messageRowSchema>
/** A message that is to be stored. */
export type NewMessage = Omit<StoredMessage, 'position' | 'parent_id' | 'active' | 'chosen' | 'imported'> & {
  readonly parent_id?: string
}
/** A thread as it is stored. */
export type StoredThread = z.infer<typeof threadRowSchema>

/**
 * Threads, messages, the paths through them, and drafts. Every query names the owner. A thread that was deleted is not
 * there any more.
 */
export type ThreadStore = PathStore &
  Shelf & {
    readonly threads: (owner: Owner) => StoredThread[]
    readonly thread: (owner: Owner, id: string) => StoredThread | undefined
    readonly addThread: (
      owner: Owner,
      thread: { readonly id: string; readonly title: string; readonly time: number },
    ) => void
    readonly touchThread: (owner: Owner, id: string, time: number) => void
    readonly rememberTools: (owner: Owner, id: string, tools: readonly string[]) => void
    readonly message: (owner: Owner, id: string) => StoredMessage | undefined
    /** The last `limit` messages of the path before a position, oldest first. */
    readonly messages: (
      owner: Owner,
      threadId: string,
      page: { readonly before: number; readonly limit: number },
    ) => StoredMessage[]
    /** Every message in every version, oldest first. */
    readonly allMessages: (owner: Owner, threadId: string) => StoredMessage[]
    /** The last messages that came from a file, whether they are shown or not, oldest first. */
    readonly importedMessages: (owner: Owner, threadId: string, limit: number) => StoredMessage[]
    /** Adds a message at the end of the path, or after the one that is named. */
    readonly addMessage: (owner: Owner, message: NewMessage) => StoredMessage
    readonly saveMessage: (owner: Owner, message: Pick<StoredMessage, 'id' | 'parts' | 'status'>) => void
    readonly draft: (owner: Owner, threadId: string | null) => string
    readonly saveDraft: (owner: Owner, threadId: string | null, text: string) => void
  }

const mostThreads = 2000
const newThread = ''

const threadQueries = (
  database: Database,
): Pick<ThreadStore, 'threads' | 'thread' | 'addThread' | 'touchThread' | 'rememberTools'> => ({
  threads: (owner) =>
    database.rows(
      threadRowSchema,
      `select * from threads where owner = ? and deleted_at is null
       order by pinned_at is null, updated_at desc limit ?`,
      [owner, mostThreads],
    ),
  thread: (owner, id) =>
    database.row(threadRowSchema, 'select * from threads where owner = ? and id = ? and deleted_at is null', [
      owner,
      id,
    ]),
  addThread: (owner, { id, title, time }) => {
    database.run('insert into threads (owner, id, title, created_at, updated_at) values (?, ?, ?, ?, ?)', [
      owner,
      id,
      title,
      time,
      time,
    ])
  },
  touchThread: (owner, id, time) => {
    database.run('update threads set updated_at = ? where owner = ? and id = ?', [time, owner, id])
  },
  rememberTools: (owner, id, tools) => {
    database.run('update threads set found_tools = ? where owner = ? and id = ?', [JSON.stringify(tools), owner, id])
  },
})

const messageQueries = (
  database: Database,
): Pick<ThreadStore, 'message' | 'messages' | 'allMessages' | 'importedMessages' | 'addMessage' | 'saveMessage'> => ({
  message: (owner, id) =>
    database.row(messageRowSchema, 'select * from messages where owner = ? and id = ?', [owner, id]),
  messages: (owner, threadId, { before, limit }) =>
    database
      .rows(
        messageRowSchema,
        `select * from messages where owner = ? and thread_id = ? and active = 1 and position < ?
         order by position desc limit ?`,
        [owner, threadId, before, limit],
      )
      .reverse(),
  allMessages: (owner, threadId) =>
    database.rows(messageRowSchema, 'select * from messages where owner = ? and thread_id = ? order by position', [
      owner,
      threadId,
    ]),
  importedMessages: (owner, threadId, limit) =>
    database
      .rows(
        messageRowSchema,
        `select * from messages where owner = ? and thread_id = ? and imported = 1 order by position desc limit ?`,
        [owner, threadId, limit],
      )
      .reverse(),
  addMessage: (owner, message) => {
    const added = database.row(
      messageRowSchema,
      `insert into messages (owner, id, thread_id, position, role, parts, status, created_at, parent_id)
       values (?1, ?2, ?3, 1 + coalesce(
         (select max(position) from messages where owner = ?1 and thread_id = ?3), 0), ?4, ?5, ?6, ?7, coalesce(?8,
         (select id from messages where owner = ?1 and thread_id = ?3 and active = 1 order by position desc limit 1),
         '')) returning *`,
      [
        owner,
        message.id,
        message.thread_id,
        message.role,
        JSON.stringify(message.parts),
        message.status,
        message.created_at,
        message.parent_id ?? null,
      ],
    )
    if (added === undefined) throw new Error('A row that was inserted did not come back')
    return added
  },
  saveMessage: (owner, { id, parts, status }) => {
    database.run('update messages set parts = ?, status = ? where owner = ? and id = ?', [
      JSON.stringify(parts),
      status,
      owner,
      id,
    ])
  },
})

const textSchema = z.object({ text: z.string() })

const draftQueries = (database: Database): Pick<ThreadStore, 'draft' | 'saveDraft'> => ({
  draft: (owner, threadId) =>
    database.row(textSchema, 'select text from drafts where owner = ? and thread_id = ?', [
      owner,
      threadId ?? newThread,
    ])?.text ?? '',
  saveDraft: (owner, threadId, text) => {
    const key = threadId ?? newThread
    if (text === '') database.run('delete from drafts where owner = ? and thread_id = ?', [owner, key])
    else
      database.run(
        `insert into drafts (owner, thread_id, text) values (?1, ?2, ?3)
         on conflict (owner, thread_id) do update set text = ?3`,
        [owner, key, text],
      )
  },
})

/** Opens the store of threads on the app's database. */
export const createThreadStore = (database: Database): ThreadStore => ({
  ...threadQueries(database),
  ...messageQueries(database),
  ...draftQueries(database),
  ...createPathStore(database),
  ...createShelf(database),
})
