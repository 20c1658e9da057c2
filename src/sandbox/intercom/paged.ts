import type { JsonObject } from '../../contract/json'
import { numberOf, textOf } from '../arguments'
import { ToolRefusal } from '../sample-provider'

/** A page of rows, the way Intercom pages: `starting_after` is a cursor from the page before. */
export type Paged<T> = { readonly rows: readonly T[]; readonly pages: JsonObject; readonly total: number }

/** The page that `per_page` and `starting_after` (or `page`) ask for. */
export const paged = <T>(all: readonly T[], args: JsonObject): Paged<T> => {
  const size = Math.min(150, Math.max(1, numberOf(args, 'per_page') ?? 20))
  const cursor = textOf(args, 'starting_after')
  const start = cursor === undefined ? ((numberOf(args, 'page') ?? 1) - 1) * size : Number(cursor)
  if (!Number.isSafeInteger(start) || start < 0)
    throw new ToolRefusal('invalid', 'Intercom: starting_after is not valid')
  const end = start + size
  return {
    rows: all.slice(start, end),
    total: all.length,
    pages: {
      type: 'pages',
      page: Math.floor(start / size) + 1,
      per_page: size,
      total_pages: Math.ceil(all.length / size),
      ...(end < all.length && { next: { page: Math.floor(end / size) + 1, starting_after: String(end) } }),
    },
  }
}
