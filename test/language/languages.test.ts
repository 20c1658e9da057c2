import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { english } from '../../src/language/english'
import { german } from '../../src/language/german'
import { pseudoWords } from '../../src/language/pseudo'

const leaves = (words: object, path = ''): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] => {
      const at = path === '' ? key : `${path}.${key}`
      if (typeof value === 'string') return [[at, value]]
      return typeof value === 'object' && value !== null ? [...leaves(value, at)] : []
    }),
  )

const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, name]) => name ?? '').sort()

const sentences = leaves(english)

describe.each([
  ['German', leaves(german)],
  ['the pseudo-locale', leaves(pseudoWords(english))],
])('%s', (_name, words) => {
  it('says every sentence with the placeholders of the English one', () => {
    expect([...words.keys()].sort()).toEqual([...sentences.keys()].sort())
    for (const [key, text] of words) {
      expect(`${key} ${placeholders(text).join()}`).toBe(`${key} ${placeholders(sentences.get(key) ?? '').join()}`)
      expect(text.trim()).not.toBe('')
    }
  })
})

// Names, what is the same word in both, and what the sandbox's model understands.
const sameInBoth: ReadonlySet<string> = new Set([
  'Onbehalf',
  'English',
  'Deutsch',
  'Scalekit',
  'System',
  'Chat',
  'Version {{version}}',
  'in',
  'List my boards',
  'Show the latest conversations',
  'What can you do?',
  'Prompts',
  'Name',
  'Text',
  '{{title}} in {{provider}}',
])

it('German repeats no English sentence', () => {
  const hasWords = (text: string): boolean => /\p{L}/u.test(text.replace(/\{\{.*?\}\}/g, ''))
  const repeated = [...leaves(german)].filter(
    ([key, text]) => text === sentences.get(key) && hasWords(text) && !sameInBoth.has(text),
  )
  expect(repeated).toEqual([])
})

const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))

// What stands between `${` and `}` in a key can be any one part of it.
const asPattern = (key: string): RegExp =>
  new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[^.]*')}$`)

it('leaves no sentence without use', () => {
  const code = [...sources('src/main'), ...sources('src/renderer')].join('\n')
  const plain = new Set([...code.matchAll(/'([\w.-]+)'/g)].map(([, key]) => key))
  const patterns = [...code.matchAll(/\bt\(\s*`([^`]+)`/g)].map(([, key]) => asPattern(key ?? ''))
  // The common words are there for whoever comes to need them.
  const unused = [...sentences.keys()]
    .filter((key) => !key.startsWith('common.'))
    .map((key) => key.replace(/_(zero|one|two|few|many|other)$/, ''))
    .filter((key) => !plain.has(key) && !patterns.some((pattern) => pattern.test(key)))
  expect([...new Set(unused)]).toEqual([])
})
