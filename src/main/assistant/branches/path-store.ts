import { z } from 'zod'
import type { Owner } from '../../identity/identifier'
import type { Database } from '../../platform/database'

const versionSchema = z.object({ id: z.string(), parent_id: z.string() })
const countSchema = z.object({ count: z.number() })
const textSchema = z.object({ text: z.string() })

/** A message as one of those that follow the same message. */
export type Version = z.infer<typeof versionSchema>

type Place = { readonly id: string; readonly thread_id: string }

/** Paths through the messages of a thread: one is shown and told to the model, the others are kept. */
export type PathStore = {
  /** Every message that follows one of these ('': nothing), oldest first. */
  readonly versions: (owner: Owner, threadId: string, parents: readonly string[]) => Version[]
  /** How many changes were done in the versions after this message that are not shown, and were not taken back there. */
  readonly doneElsewhere: (owner: Owner, threadId: string, parent: string) => number
  /** Leaves a message of the path and everything after it: what is added next after its parent stands in its place. */
  readonly leave: (owner: Owner, message: Place & { readonly position: number }) => void
  /** Puts a message on the path, with what was last shown after it. */
  readonly show: (owner: Owner, message: Place) => void
  /** What a message is being changed to, while that is not sent. */
  readonly edit: (owner: Owner, messageId: string) => string | undefined
  readonly saveEdit: (owner: Owner, messageId: string, text: string | null) => void
}

const showSql = {
  choose: `
    with recursive up (id, parent_id) as (
      select id, parent_id from messages where owner = ?1 and thread_id = ?2 and id = ?3
      union all
      select m.id, m.parent_id from messages m join up on m.id = up.parent_id where m.owner = ?1
    )
    update messages set chosen = id in (select id from up)
    where owner = ?1 and thread_id = ?2 and parent_id in (select parent_id from up)`,
  follow: `
    with recursive path (id) as (
      select id from messages where owner = ?1 and thread_id = ?2 and parent_id = '' and chosen = 1
      union all
      select m.id from path join messages m
        on m.owner = ?1 and m.thread_id = ?2 and m.parent_id = path.id and m.chosen = 1
    )
    update messages set active = id in (select id from path)
    where owner = ?1 and thread_id = ?2 and active <> (id in (select id from path))`,
}

const doneSql = `
  with recursive elsewhere (id) as (
    select id from messages where owner = ?1 and thread_id = ?2 and parent_id = ?3 and active = 0
    union all
    select m.id from elsewhere join messages m on m.owner = ?1 and m.thread_id = ?2 and m.parent_id = elsewhere.id
  )
  select count(*) as count from tool_calls where owner = ?1 and thread_id = ?2
    and message_id in (select id from elsewhere) and state = 'done' and risk <> 'read' and undoes is null
    and not exists (select 1 from tool_calls u
      where u.owner = ?1 and u.thread_id = ?2 and u.undoes = tool_calls.id and u.state = 'done')`

/** Opens the paths on the app's database. */
export const createPathStore = (database: Database): PathStore => ({
  versions: (owner, threadId, parents) =>
    database.rows(
      versionSchema,
      `select id, parent_id from messages where owner = ? and thread_id = ?
       and parent_id in (select value from json_each(?)) order by position`,
      [owner, threadId, JSON.stringify(parents)],
    ),
  doneElsewhere: (owner, threadId, parent) => database.row(countSchema, doneSql, [owner, threadId, parent])?.count ?? 0,
  leave: (owner, { id, thread_id, position }) => {
    database.run('update messages set chosen = 0 where owner = ? and id = ?', [owner, id])
    database.run('update messages set active = 0 where owner = ? and thread_id = ? and active = 1 and position >= ?', [
      owner,
      thread_id,
      position,
    ])
  },
  show: (owner, { id, thread_id }) => {
    database.run(showSql.choose, [owner, thread_id, id])
    database.run(showSql.follow, [owner, thread_id])
  },
  edit: (owner, messageId) =>
    database.row(textSchema, 'select text from edits where owner = ? and message_id = ?', [owner, messageId])?.text,
  saveEdit: (owner, messageId, text) => {
    if (text === null) database.run('delete from edits where owner = ? and message_id = ?', [owner, messageId])
    else
      database.run(
        `insert into edits (owner, message_id, text) values (?1, ?2, ?3)
         on conflict (owner, message_id) do update set text = ?3`,
        [owner, messageId, text],
      )
  },
})
