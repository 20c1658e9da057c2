import { Code } from '@connectrpc/connect'
import { environmentError } from './failures'

/** How a list is paged: the size when none is asked for, and the largest that is given. */
export type PageLimits = { readonly byDefault: number; readonly largest: number }

/** A page of a list with the tokens of its neighbours; an empty token means that there is none. */
export type Page<T> = {
  readonly rows: T[]
  readonly nextPageToken: string
  readonly prevPageToken: string
  readonly totalSize: number
}

/** Cuts the page that a request asks for out of a list. */
export const pageOf = <T>(
  all: readonly T[],
  request: { readonly pageSize: number; readonly pageToken: string },
  limits: PageLimits,
): Page<T> => {
  const size = request.pageSize > 0 ? Math.min(request.pageSize, limits.largest) : limits.byDefault
  const start = request.pageToken === '' ? 0 : Number(Buffer.from(request.pageToken, 'base64url').toString())
  if (!Number.isSafeInteger(start) || start < 0)
    throw environmentError(Code.InvalidArgument, 'INVALID_PAGE_TOKEN', 'The page token is not valid')
  const end = start + size
  return {
    rows: all.slice(start, end),
    nextPageToken: end < all.length ? tokenOf(end) : '',
    prevPageToken: start > 0 ? tokenOf(Math.max(0, start - size)) : '',
    totalSize: all.length,
  }
}

const tokenOf = (start: number): string => Buffer.from(String(start)).toString('base64url')
