import { gramsAt, tokensOf, type Token } from './text-tokens'
import { tidyCut, type Cut, type Span } from './tidy-cut'

/** The part of a text that is nearest to some words, and which of its characters are those words. */
export type Passage = {
  /** Which of the texts it is of. */
  readonly text: number
  readonly passage: string
  readonly marks: readonly Span[]
  readonly score: number
}

/** The words that a passage is looked for with: runs of up to three, without those that the person used. */
export type Needles = ReadonlyMap<string, number>

const isOneSign = (word: string): boolean => Array.from(word).length === 1 && !/[\p{Script=Latin}\p{N}]/u.test(word)

const weightOfWord = (word: string): number => {
  if (isOneSign(word)) return 0.2
  if (/\d/.test(word)) return word.length < 3 ? 0.05 : 2
  return word.length < 4 ? 0.05 : 1
}

const weightOf = (gram: string): number => {
  const words = gram.split(' ')
  return words.reduce((sum, word) => sum + weightOfWord(word), 0) * words.length
}

const mostNeedles = 4000

/** Makes the needles of argument texts; what the person wrote too says nothing about where it comes from. */
export const needlesOf = (texts: readonly string[], own: readonly string[]): Needles => {
  const ownGrams = new Set(own.flatMap(allGrams))
  const needles = new Map<string, number>()
  for (const gram of texts.flatMap(allGrams)) {
    if (needles.size >= mostNeedles) break
    if (!ownGrams.has(gram)) needles.set(gram, weightOf(gram))
  }
  return needles
}

const longestArguments = 20_000

const allGrams = (text: string): readonly string[] => {
  const tokens = tokensOf(text.slice(0, longestArguments))
  return tokens.flatMap((_token, index) => gramsAt(tokens, index))
}

type Hit = { readonly gram: string; readonly start: number; readonly end: number }

const hitsIn = (tokens: readonly Token[], needles: Needles): readonly Hit[] =>
  tokens.flatMap((token, index): readonly Hit[] => {
    // Most words are none of them: longer runs are only looked at where a word begins to fit.
    if (!needles.has(token.word)) return []
    return gramsAt(tokens, index).flatMap((gram, before) =>
      needles.has(gram) ? [{ gram, start: tokens[index - before]?.start ?? token.start, end: token.end }] : [],
    )
  })

type Best = { readonly score: number; readonly span: Span }

const longestPassage = 300

/** The weights of the needles in a window, each counted once however often it is there. */
const createWindow = (weights: Needles) => {
  const counts = new Map<string, number>()
  let score = 0
  const change = (gram: string, by: 1 | -1): void => {
    const count = (counts.get(gram) ?? 0) + by
    counts.set(gram, count)
    if (count === (by === 1 ? 1 : 0)) score += by * (weights.get(gram) ?? 0)
  }
  return { change, score: () => score }
}

const firstWithin = (hits: readonly Hit[], from: number, end: number): number => {
  let first = from
  while (end - (hits[first]?.start ?? end) > longestPassage) first += 1
  return first
}

const bestWindow = (hits: readonly Hit[], weights: Needles): Best => {
  const window = createWindow(weights)
  let first = 0
  let best: Best = { score: 0, span: [0, 0] }
  for (const hit of hits) {
    window.change(hit.gram, 1)
    const still = firstWithin(hits, first, hit.end)
    for (const { gram } of hits.slice(first, still)) window.change(gram, -1)
    first = still
    const score = window.score()
    if (score > best.score) best = { score, span: [hits[first]?.start ?? hit.start, hit.end] }
  }
  return best
}

// What is all over the texts says less than what is said once.
const rarer = (hits: readonly (readonly Hit[])[], needles: Needles): Needles => {
  const counts = new Map<string, number>()
  for (const { gram } of hits.flat()) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  return new Map([...needles].map(([gram, weight]) => [gram, weight / (1 + Math.log2(counts.get(gram) ?? 1))]))
}

const merged = (spans: readonly Span[]): readonly Span[] => {
  const joined: Span[] = []
  for (const [start, end] of spans.toSorted(([a], [b]) => a - b)) {
    const last = joined.at(-1)
    if (last !== undefined && start <= last[1] + 1) joined[joined.length - 1] = [last[0], Math.max(last[1], end)]
    else joined.push([start, end])
  }
  return joined
}

const mostMarks = 60
const leastScore = 1

const isTelling = (gram: string): boolean => weightOf(gram) >= 0.2

const marksIn = (hits: readonly Hit[], { kept: [from, to], shift }: Cut): readonly Span[] =>
  merged(
    hits
      .filter(({ gram, start, end }) => isTelling(gram) && start >= from && end <= to)
      .map(({ start, end }): Span => [start + shift, end + shift]),
  ).slice(0, mostMarks)

/**
 * Finds the passage nearest to the needles among texts; undefined when none has enough in common with them.
 * Time and space go with the length of the texts.
 */
export const nearestPassage = (texts: readonly string[], needles: Needles): Passage | undefined => {
  const hits = texts.map((text) => hitsIn(tokensOf(text), needles))
  const weights = rarer(hits, needles)
  const scored = hits.flatMap((found, at) => {
    const best = bestWindow(found, weights)
    return best.score < leastScore ? [] : [{ ...best, at, text: texts[at] ?? '', found }]
  })
  const [nearest] = scored.toSorted((a, b) => b.score - a.score)
  if (nearest === undefined) return undefined
  const { at, text, score, span, found } = nearest
  const cut = tidyCut(text, span, longestPassage)
  return { text: at, passage: cut.passage, marks: marksIn(found, cut), score }
}
