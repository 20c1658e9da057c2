import { z } from 'zod'
import { readIfThere, writePrivately } from '../platform/private-file'
import type { LogHead } from './activity-chain'

const headSchema = z.object({ count: z.number(), hash: z.string(), at: z.number() })

const noteSchema = z.object({
  head: headSchema.nullable(),
  /** Ends that the log no longer had when it grew on: kept, so that growing hides nothing. */
  lost: z.array(headSchema),
})

const fileSchema = z.record(z.string(), noteSchema)

/** What is noted about one owner's log. */
export type HeadNote = { readonly head: LogHead | null; readonly lost: readonly LogHead[] }

/** Where each owner's log ends, noted outside the database: a log that was cut off can't say so itself. */
export type ActivityHeads = {
  readonly read: (owner: string) => HeadNote
  /** Throws when the disk refuses. */
  readonly write: (owner: string, note: HeadNote) => void
  /** Drops what is noted about an owner. Throws when the disk refuses. */
  readonly forget: (owner: string) => void
}

const nothing: HeadNote = { head: null, lost: [] }

const load = (path: string): z.infer<typeof fileSchema> => {
  try {
    const parsed = fileSchema.safeParse(JSON.parse(readIfThere(path) ?? '{}'))
    return parsed.success ? parsed.data : {}
  } catch {
    return {}
  }
}

/** Keeps the notes in a small file that only this user can read. */
export const createHeadsFile = (path: string): ActivityHeads => ({
  read: (owner) => load(path)[owner] ?? nothing,
  write: (owner, { head, lost }) => {
    writePrivately(path, JSON.stringify({ ...load(path), [owner]: { head, lost: [...lost] } }))
  },
  forget: (owner) => {
    const { [owner]: gone, ...others } = load(path)
    if (gone !== undefined) writePrivately(path, JSON.stringify(others))
  },
})

/** Keeps the notes as long as the app runs, for a database that lives no longer either. */
export const createHeadsInMemory = (): ActivityHeads => {
  const notes = new Map<string, HeadNote>()
  return {
    read: (owner) => notes.get(owner) ?? nothing,
    write: (owner, note) => {
      notes.set(owner, note)
    },
    forget: (owner) => {
      notes.delete(owner)
    },
  }
}
