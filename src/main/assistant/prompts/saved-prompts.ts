import { z } from 'zod'
import type { Failure } from '../../../contract/failure'
import { promptBounds } from '../../../contract/plain/prompt-bounds'
import { savedPromptSchema, type SavedPrompt } from '../../../contract/prompts'
import { err, ok, type Result } from '../../../contract/result'
import type { Owner } from '../../identity/identifier'
import type { Database } from '../../platform/database'
import { failure } from '../../platform/failures'
import { attempt } from '../saving'

/** The prompts that people saved. Every query names the owner. */
export type SavedPrompts = {
  /** By name. */
  readonly list: (owner: Owner) => Result<SavedPrompt[], Failure>
  /** Adds a prompt, or changes the one with its id. Refused where it would be one too many. */
  readonly save: (owner: Owner, prompt: SavedPrompt) => Result<null, Failure>
  readonly remove: (owner: Owner, id: string) => Result<null, Failure>
  /** Called with the owner whose prompts changed. Returns the function that stops it. */
  readonly onChange: (listener: (owner: Owner) => void) => () => void
}

const rowSchema = savedPromptSchema
  .extend({ connection: savedPromptSchema.shape.connection.nullable() })
  .transform(({ connection, ...prompt }): SavedPrompt => (connection ? { ...prompt, connection } : prompt))

const othersSchema = z.object({ count: z.number() })

const savedIn = (database: Database, owner: Owner, prompt: SavedPrompt): Result<null, Failure> => {
  const others = database.row(othersSchema, 'select count(*) as count from saved_prompts where owner = ? and id <> ?', [
    owner,
    prompt.id,
  ])
  if ((others?.count ?? 0) >= promptBounds.prompts) return err(failure('request-invalid'))
  database.run(
    `insert into saved_prompts (owner, id, name, text, connection) values (?1, ?2, ?3, ?4, ?5)
     on conflict (owner, id) do update set name = ?3, text = ?4, connection = ?5`,
    [owner, prompt.id, prompt.name, prompt.text, prompt.connection ?? null],
  )
  return ok(null)
}

/** Opens the saved prompts on the app's database. */
export const createSavedPrompts = (database: Database): SavedPrompts => {
  const listeners = new Set<(owner: Owner) => void>()
  const changed = (owner: Owner): void => {
    for (const listener of listeners) listener(owner)
  }
  return {
    list: (owner) =>
      attempt(() =>
        database.rows(
          rowSchema,
          'select id, name, text, connection from saved_prompts where owner = ? order by name collate nocase, id',
          [owner],
        ),
      ),
    save: (owner, prompt) => {
      const saved = attempt(() => database.transaction(() => savedIn(database, owner, prompt)))
      if (!saved.ok) return saved
      if (saved.value.ok) changed(owner)
      return saved.value
    },
    remove: (owner, id) => {
      const removed = attempt(() => database.run('delete from saved_prompts where owner = ? and id = ?', [owner, id]))
      if (!removed.ok) return removed
      changed(owner)
      return ok(null)
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
