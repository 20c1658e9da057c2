import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import { failure } from '../platform/failures'

/** A page of rows and where the next one starts; empty at the end. */
export type Page<Row> = { readonly rows: readonly Row[]; readonly nextPageToken: string }

const pageLimit = 500

/** Follows a list to its end. A list that repeats itself or never ends is a failure, not a loop. */
export const readAllPages = async <Row>(
  read: (pageToken: string) => Promise<Result<Page<Row>, Failure>>,
): Promise<Result<readonly Row[], Failure>> => {
  const rows: Row[] = []
  const seen = new Set<string>()
  let pageToken = ''
  do {
    const page = await read(pageToken)
    if (!page.ok) return page
    rows.push(...page.value.rows)
    seen.add(pageToken)
    pageToken = page.value.nextPageToken
    if (pageToken !== '' && (seen.has(pageToken) || seen.size >= pageLimit))
      return err(failure('scalekit-failed', { detail: 'The list has no end.' }))
  } while (pageToken !== '')
  return ok(rows)
}

/** Parses rows one by one and leaves out those that can't be read, so that one odd row doesn't hide the others. */
export const parseRows = <Row>(
  rows: readonly unknown[],
  parse: (row: unknown) => { readonly success: true; readonly data: Row } | { readonly success: false },
): readonly Row[] =>
  rows.flatMap((row) => {
    const parsed = parse(row)
    return parsed.success ? [parsed.data] : []
  })
