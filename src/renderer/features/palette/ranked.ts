import { matchSorter } from 'match-sorter'
import type { PaletteGroup, PaletteItem } from './palette-items'

/** Entries of one kind, the best first. */
export type RankedGroup = { readonly group: PaletteGroup; readonly items: readonly PaletteItem[] }

const mostOfAKind = 30
const fewThreads = 6

const groups: readonly PaletteGroup[] = ['commands', 'threads', 'prompts', 'connections', 'settings']

const matching = (items: readonly PaletteItem[], query: string): readonly PaletteItem[] =>
  query === ''
    ? items
    : // Each word has to be there, in any order: "chat new" finds "New chat".
      query
        .split(/\s+/)
        .reduceRight<readonly PaletteItem[]>(
          (left, word) => matchSorter(left, word, { keys: ['label', 'words'], baseSort: (a, b) => a.index - b.index }),
          items,
        )

/**
 * What a query finds, by kind; the kind with the best match comes first. Without a query: everything, of the threads
 * the latest few.
 */
export const ranked = (items: readonly PaletteItem[], text: string): readonly RankedGroup[] => {
  const query = text.trim()
  const found = matching(items, query)
  const order = query === '' ? groups : [...new Set(found.map(({ group }) => group))]
  return order
    .map((group) => ({
      group,
      items: found
        .filter((item) => item.group === group)
        .slice(0, query === '' && group === 'threads' ? fewThreads : mostOfAKind),
    }))
    .filter((group) => group.items.length > 0)
}
