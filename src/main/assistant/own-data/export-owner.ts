import { z } from 'zod'
import type { Owner } from '../../identity/identifier'
import type { Database } from '../../platform/database'
import type { ZippedText } from '../../platform/zip'
import type { Activity } from '../activity'
import type { SavedPrompts } from '../prompts/saved-prompts'
import type { ThreadStore } from '../thread-store'
import type { ThreadView } from '../thread-view'
import { threadMarkdown } from './markdown'
import { ownerTables } from './owner-tables'

/** What an export is made from. */
export type ExportNeeds = {
  readonly database: Database
  readonly store: ThreadStore
  readonly view: ThreadView
  readonly activity: Activity
  readonly prompts: SavedPrompts
}

const rowSchema = z.record(z.string(), z.unknown())
const idSchema = z.object({ id: z.string() })

// These have a file of their own in which they can be read.
const elsewhere: ReadonlySet<string> = new Set(['activity_log', 'saved_prompts'])

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const fileName = (title: string, number: number): string => {
  const words = title
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '')
  return [String(number).padStart(4, '0'), words].filter(Boolean).join('-')
}

function* conversations({ database, store, view }: ExportNeeds, owner: Owner): Generator<ZippedText> {
  const ids = database.rows(idSchema, 'select id from threads where owner = ? order by created_at, id', [owner])
  for (const [index, { id }] of ids.entries()) {
    const thread = view.thread(owner, id)
    if (thread === undefined) continue
    const stored = store.messages(owner, id, { before: Number.MAX_SAFE_INTEGER, limit: Number.MAX_SAFE_INTEGER })
    const messages = view.messages(owner, id, stored)
    const path = `conversations/${fileName(thread.title, index + 1)}`
    yield { path: `${path}.json`, text: pretty({ thread, messages }) }
    yield { path: `${path}.md`, text: threadMarkdown(thread, messages) }
  }
}

// What conversations don't show: other versions, drafts, permissions, and whatever is added later.
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
