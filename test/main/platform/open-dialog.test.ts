import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readBounded } from '../../../src/main/platform/open-dialog'

const folder = mkdtempSync(join(tmpdir(), 'onbehalf-'))
const file = (name: string, size: number): string => {
  const path = join(folder, name)
  writeFileSync(path, 'a'.repeat(size))
  return path
}

test('reads what fits, to the last byte', async () => {
  const read = await readBounded(file('fits.json', 100), 100)
  expect(read.ok && read.value.byteLength).toBe(100)
  expect(await readBounded(file('empty.json', 0), 100)).toMatchObject({ ok: true })
})

test('refuses what is longer, without reading it', async () => {
  expect(await readBounded(file('long.json', 101), 100)).toEqual({ ok: false, failure: 'import-too-large' })
})

test('refuses what is no file, and what is not there', async () => {
  mkdirSync(join(folder, 'folder.json'))
  const unreadable = { ok: false, failure: 'import-unreadable' }
  expect(await readBounded(join(folder, 'folder.json'), 100)).toEqual(unreadable)
  expect(await readBounded(join(folder, 'gone.json'), 100)).toEqual(unreadable)
  if (process.platform !== 'win32') expect(await readBounded('/dev/zero', 100)).toEqual(unreadable)
})
