import type { CatalogTool } from './tool-catalog'

type Indexed = { readonly tool: CatalogTool; readonly weights: ReadonlyMap<string, number> }

/** Finds tools by what they are for. */
export type ToolSearch = (query: string, limit: number) => readonly CatalogTool[]

// What people say, and what providers call it.
const synonyms: Readonly<Record<string, readonly string[]>> = {
  task: ['item'],
  row: ['item'],
  card: ['item'],
  comment: ['update', 'note'],
  customer: ['contact'],
  client: ['contact'],
  person: ['user', 'contact'],
  people: ['user', 'contact'],
  colleague: ['user', 'admin'],
  chat: ['conversation'],
  thread: ['conversation'],
  email: ['contact', 'message'],
  answer: ['reply'],
  respond: ['reply'],
  add: ['create'],
  make: ['create'],
  new: ['create'],
  open: ['create', 'list'],
  remove: ['delete'],
  rename: ['update', 'change'],
  edit: ['update', 'change'],
  set: ['update', 'change'],
  show: ['list', 'get'],
  find: ['search', 'list'],
  look: ['search', 'list'],
  latest: ['search', 'list'],
  close: ['manage'],
  assign: ['manage'],
  snooze: ['manage'],
}

const phrases: readonly (readonly [RegExp, string])[] = [
  [
    /\bwho\s+am\s+i\b|\bmy\s+(?:own\s+)?(?:account|profile|user|name|email)\b/i,
    'me identify authenticated current profile',
  ],
]

const idle: ReadonlySet<string> = new Set(
  'a an and are as at be by for from in is it its of on or that the this to with my your our please can you i'.split(
    ' ',
  ),
)

const stem = (word: string): string => {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !idle.has(word))
    .map(stem)

const queryWords = (query: string): ReadonlyMap<string, number> => {
  const said = wordsOf(
    phrases.reduce((text, [phrase, words]) => (phrase.test(text) ? `${text} ${words}` : text), query),
  )
  const meant = said.flatMap((word) => synonyms[word] ?? [])
  return new Map([...meant.map((word) => [word, 0.6] as const), ...said.map((word) => [word, 1] as const)])
}

const weighted = (tool: CatalogTool): Indexed => {
  const weights = new Map<string, number>()
  const note = (text: string, weight: number): void => {
    for (const word of new Set(wordsOf(text))) weights.set(word, Math.max(weight, weights.get(word) ?? 0))
  }
  note(tool.record.description, 1)
  note(`${tool.title} ${tool.providerName} ${tool.record.connection}`, 2)
  note(tool.record.name, 3)
  return { tool, weights }
}

const rarityIn = (index: readonly Indexed[]): ((word: string) => number) => {
  const counts = new Map<string, number>()
  for (const { weights } of index) for (const word of weights.keys()) counts.set(word, (counts.get(word) ?? 0) + 1)
  return (word) => Math.log(1 + index.length / (1 + (counts.get(word) ?? 0)))
}

// A long name that shares a word says less than a short one that consists of it.
const brevity = (tool: CatalogTool): number => 1 / (1 + 0.05 * wordsOf(tool.record.name).length)

/** Makes an index of tools. Small enough to be made anew for every run. */
export const createToolSearch = (tools: readonly CatalogTool[]): ToolSearch => {
  const index = tools.map(weighted)
  const rarity = rarityIn(index)
  return (query, limit) => {
    const wanted = [...queryWords(query)]
    const scored = index.map(({ tool, weights }) => ({
      tool,
      score:
        brevity(tool) *
        wanted.reduce((sum, [word, meaning]) => sum + meaning * rarity(word) * (weights.get(word) ?? 0), 0),
    }))
    return scored
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ tool }) => tool)
  }
}
