import { stemmer } from 'stemmer'
import type { CatalogTool } from './tool-catalog'
import { changing, idle, looking, sayings, synonyms } from './tool-vocabulary'

/** Finds tools by what they are for. */
export type ToolSearch = (query: string, limit: number) => readonly CatalogTool[]

type Indexed = {
  readonly tool: CatalogTool
  /** How much each word says about the tool. */
  readonly weights: ReadonlyMap<string, number>
  /** The words of its name without the provider's: what it does, and to what. */
  readonly core: readonly string[]
  readonly provider: ReadonlySet<string>
}

/** One thing that was said, in all the words that can mean it, each with how surely it does. */
type Meaning = ReadonlyMap<string, number>

type Wanted = {
  readonly meanings: readonly Meaning[]
  readonly intent: 'look' | 'change' | 'open'
  readonly providers: ReadonlySet<string>
}

const meantBySynonym = 0.7
const nameLike = 0.35

const plain = (text: string): readonly string[] =>
  text
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

const stemsOf = (text: string): readonly string[] =>
  plain(text)
    .filter((word) => !idle.has(word))
    .map(stemmer)

const providerWords = ({ providerName, record }: CatalogTool): ReadonlySet<string> =>
  new Set([providerName, record.provider, record.connection].flatMap(plain).filter((word) => word.length > 2))

const indexed = (tool: CatalogTool): Indexed => {
  const provider = providerWords(tool)
  const ownWords = (text: string): readonly string[] =>
    plain(text)
      .filter((word) => !provider.has(word) && word !== 'or')
      .map(stemmer)
  const weights = new Map<string, number>()
  const note = (words: readonly string[], weight: number): void => {
    for (const word of words) weights.set(word, Math.max(weight, weights.get(word) ?? 0))
  }
  const core = [...new Set(ownWords(tool.record.name))]
  note(ownWords(tool.record.description), 1)
  note(ownWords(tool.title), 2)
  note(core, 3)
  return { tool, weights, core, provider }
}

const meaningOf = (word: string, sureness: number): Meaning => {
  const meaning = new Map<string, number>()
  const stem = stemmer(word)
  for (const other of stemsOf(synonyms.get(stem) ?? '')) meaning.set(other, sureness * meantBySynonym)
  return meaning.set(stem, sureness)
}

const sayingsIn = (text: string): { readonly rest: string; readonly meanings: readonly Meaning[] } => {
  let rest = text
  const meanings: Meaning[] = []
  for (const { said, meant } of sayings) {
    const found = said.exec(rest)
    if (found === null) continue
    rest = `${rest.slice(0, found.index)} ${found[1] ?? ''} ${rest.slice(found.index + found[0].length)}`
    meanings.push(new Map(stemsOf(meant).map((word) => [word, 0.9])))
  }
  return { rest, meanings }
}

// What is quoted, an address or a capital in the middle of a sentence names somebody's thing, seldom a kind of tool.
const quoted = /["“”„«»‘][^"“”„«»’]*["“”„«»’]|\S+@\S+/gu

const isNameLike = (word: string, index: number): boolean => index > 0 && /^\p{Lu}/u.test(word)

const weekday = /\b(?:until|till|by|next|last|since|before|every|this)\s+monday\b/iu

const intentOf = (query: string): Wanted['intent'] => {
  if (looking.test(query)) return 'look'
  return changing.test(query) ? 'change' : 'open'
}

const unquoted = (query: string): string => {
  const rest = query.replace(quoted, ' ')
  return plain(rest).length === 0 ? query : rest
}

const wantedIn = (query: string, known: ReadonlySet<string>): Wanted => {
  const text = unquoted(query).replace(weekday, ' ')
  const providers = new Set(plain(text).filter((word) => known.has(word)))
  const { rest, meanings } = sayingsIn(text)
  const words = rest.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const single = words
    .map((word, index) => ({ word: word.toLowerCase(), sureness: isNameLike(word, index) ? nameLike : 1 }))
    .filter(({ word }) => !idle.has(word) && !providers.has(word))
    .map(({ word, sureness }) => meaningOf(word, sureness))
  return { meanings: [...meanings, ...single], intent: intentOf(query), providers }
}

const rarityIn = (index: readonly Indexed[]): ((word: string) => number) => {
  const counts = new Map<string, number>()
  for (const { weights } of index) for (const word of weights.keys()) counts.set(word, (counts.get(word) ?? 0) + 1)
  return (word) => Math.log(1 + index.length / (1 + (counts.get(word) ?? 0)))
}

// Whoever asks a question wants nothing changed, and whoever orders something wants more than to look.
const fitOf = (intent: Wanted['intent'], tool: CatalogTool): number => {
  if (intent === 'open') return 1
  return (tool.risk === 'read') === (intent === 'look') ? 1 : 0.5
}

const providerFit = (providers: ReadonlySet<string>, { provider }: Indexed): number =>
  providers.size === 0 || [...provider].some((word) => providers.has(word)) ? 1 : 0.25

const scoreOf = (one: Indexed, wanted: Wanted, rarity: (word: string) => number): number => {
  let score = 0
  const covered = new Set<string>()
  for (const meaning of wanted.meanings) {
    let best = 0
    for (const [word, sureness] of meaning) {
      const weight = one.weights.get(word) ?? 0
      if (weight === 3) covered.add(word)
      best = Math.max(best, sureness * weight * rarity(word))
    }
    score += best
  }
  // A name with words that nobody said belongs to something more special.
  const coverage = one.core.length === 0 ? 1 : one.core.filter((word) => covered.has(word)).length / one.core.length
  return score * (0.4 + 0.6 * coverage) * fitOf(wanted.intent, one.tool) * providerFit(wanted.providers, one)
}

/** Makes an index of tools. Small enough to be made anew for every run. */
export const createToolSearch = (tools: readonly CatalogTool[]): ToolSearch => {
  const index = tools.map(indexed)
  const rarity = rarityIn(index)
  const known = new Set(index.flatMap(({ provider }) => [...provider]))
  return (query, limit) => {
    const wanted = wantedIn(query, known)
    return index
      .map((one) => ({ tool: one.tool, score: scoreOf(one, wanted, rarity) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ tool }) => tool)
  }
}
