const number = (value: number): string => value.toLocaleString('en')

/** What is said about what a tool returned. */
export const result = {
  rows: (count: number) => (count === 1 ? '1 row' : `${number(count)} rows`),
  range: (first: number, last: number) => `${number(first)} to ${number(last)}`,
  keptOf: (kept: number) => `only the first ${number(kept)} were kept`,
  number: 'Row',
  loading: 'Reading more rows…',
  pagesOf: (what: string) => `Pages of: ${what}`,
  page: 'Page',
  ofPages: (pages: number) => `of ${number(pages)}`,
  first: 'First page',
  previous: 'Previous page',
  next: 'Next page',
  last: 'Last page',
  table: 'Table',
  part: (shown: number, all: number) => `The first ${number(shown)} of ${number(all)} characters.`,
  more: 'Show more',
  binary: (bytes: number) => (bytes === 1 ? 'binary, 1 byte' : `binary, ${number(bytes)} bytes`),
}
