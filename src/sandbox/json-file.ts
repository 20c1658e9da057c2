import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'

/** A JSON file that one process owns: its content in memory, written whole after every change. */
export type JsonFile<T> = { readonly content: T; readonly save: () => void }

/** Where a JSON file is, what it must look like, and what it starts as. */
export type JsonFileOptions<T> = {
  readonly path: string
  readonly schema: z.ZodType<T>
  readonly initial: () => T
}

/**
 * Opens a JSON file. One that can't be read is renamed, never deleted, and a new one takes its place.
 */
export const openJsonFile = <T>({ path, schema, initial }: JsonFileOptions<T>): JsonFile<T> => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const stored = readStored(path, schema)
  const content = stored.kind === 'read' ? stored.content : initial()
  const save = (): void => {
    writeWhole(path, JSON.stringify(content))
  }
  if (stored.kind === 'damaged') renameSync(path, `${path}.damaged-${String(Date.now())}`)
  if (stored.kind !== 'read') save()
  return { content, save }
}

type Stored<T> = { readonly kind: 'read'; readonly content: T } | { readonly kind: 'absent' | 'damaged' }

const readStored = <T>(path: string, schema: z.ZodType<T>): Stored<T> => {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'absent' }
    throw error
  }
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success ? { kind: 'read', content: parsed.data } : { kind: 'damaged' }
  } catch {
    return { kind: 'damaged' }
  }
}

// Sample data: a file that a power cut leaves half-written is set aside like any damaged one, so nothing waits for the disk.
const writeWhole = (path: string, text: string): void => {
  const temporary = `${path}.new`
  writeFileSync(temporary, text, { mode: 0o600 })
  renameSync(temporary, path)
}
