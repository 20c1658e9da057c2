import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const documents = [
  'README.md',
  'ARCHITECTURE.md',
  ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
].filter((name) => name.endsWith('.md'))

const read = (document: string): string => readFileSync(join(root, document), 'utf8')

/** The files of this repository that a document leads to or shows. */
const linked = (document: string): string[] =>
  [...read(document).matchAll(/(?:src="|\]\()([^")#\s]+)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => join(dirname(document), target))

/** The tests that a document names. */
const named = (document: string): string[] =>
  [...read(document).matchAll(/`(test\/[\w./-]+)`/g)].map(([, target = '']) => target)

it.each(documents)('%s leads to what is there', (document) => {
  const missing = [...linked(document), ...named(document)].filter((target) => !existsSync(join(root, target)))
  expect(missing).toEqual([])
})

it.each(documents)('%s holds no conflict that was left unresolved', (document) => {
  expect(read(document)).not.toMatch(/^(?:> )*(?:<{7}|>{7}|={7})(?: |$)/m)
})

it('shows every picture that is kept', () => {
  const shown = new Set(documents.flatMap(linked))
  const kept = readdirSync(join(root, 'docs/screenshots')).map((name) => join('docs/screenshots', name))
  expect(kept.filter((picture) => !shown.has(picture))).toEqual([])
})

it('says for every promise what shows it', () => {
  const table = read('README.md').split('## What it promises')[1]?.split('\n## ')[0] ?? ''
  const rows = table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
  expect(rows.length).toBeGreaterThan(10)
  expect(rows.filter((row) => !/`(?:test\/|npm run bench)[^`]+`[^|]*\|\s*$/.test(row))).toEqual([])
})
