import { z } from 'zod'
import type { Owner } from '../../identity/identifier'
import type { Database } from '../../platform/database'
import type { ZippedText } from '../../platform/zip'
import type { Activity } from '../activity'
import type { Journal } from '../journal'
import type { SavedPrompts } from '../prompts/saved-prompts'
import type { ThreadStore } from '../thread-store'
import { exportedThread } from '../transfer/exported-thread'
import { fileNameOf } from '../transfer/file-name'
import { writeThreadFile } from '../transfer/thread-file'
import { threadMarkdown } from '../transfer/thread-markdown'
import { ownerTables } from './owner-tables'

/** What an export is made from. */
export type ExportNeeds = {
  readonly database: Database
  readonly store: ThreadStore
  readonly journal: Journal
  readonly activity: Activity
  readonly prompts: SavedPrompts
}

const rowSchema = z.record(z.string(), z.unknown())
const idSchema = z.object({ id: z.string() })

// These have a file of their own in which they can be read.
const elsewhere: ReadonlySet<string> = new Set(['activity_log', 'saved_prompts'])

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const numbered = (title: string, number: number): string =>
  [String(number).padStart(4, '0'), fileNameOf(title)].filter(Boolean).join('-')

function* conversations(needs: ExportNeeds, owner: Owner): Generator<ZippedText> {
  const sql = 'select id from threads where owner = ? order by created_at, id'
  for (const [index, { id }] of needs.database.rows(idSchema, sql, [owner]).entries()) {
    const file = exportedThread(needs, owner, id)
    if (file === undefined) continue
    const path = `conversations/${numbered(file.title, index + 1)}`
    yield { path: `${path}.json`, text: writeThreadFile(file) }
    yield { path: `${path}.md`, text: threadMarkdown(file) }
  }
}

// What conversations don't show: drafts, permissions, and whatever is added later.
function* records({ database }: ExportNeeds, owner: Owner): Generator<ZippedText> {
  for (const table of ownerTables(database).filter((name) => !elsewhere.has(name))) {
    const rows = database.rows(rowSchema, `select * from ${table} where owner = ?`, [owner])
    if (rows.length === 0) continue
    const own = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'owner')))
    yield { path: `records/${table}.json`, text: pretty(own) }
  }
}

/** Everything that is kept of one owner, a file at a time; read as it is asked for. Nobody else's, and no secret. */
export function* exportOwner(needs: ExportNeeds, owner: Owner): Generator<ZippedText> {
  yield* conversations(needs, owner)
  const activity = needs.activity.export(owner, 'jsonl', {})
  if (activity.ok) yield { path: 'activity.jsonl', text: activity.value.text }
  const prompts = needs.prompts.list(owner)
  if (prompts.ok) yield { path: 'saved-prompts.json', text: pretty(prompts.value) }
  yield* records(needs, owner)
}
