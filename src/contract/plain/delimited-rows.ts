const separatorOf = (text: string): string => {
  const [first = ''] = text.split('\n', 1)
  const count = (separator: string): number => first.split(separator).length
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

/**
 * The first rows of a text of rows and columns (RFC 4180, also with semicolons or tabs). What is not written like that
 * still makes rows: a quote that is never closed goes on to the end.
 */
export const delimitedRows = (text: string, most: number): readonly (readonly string[])[] => {
  const separator = separatorOf(text)
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  const quote = { open: false }
  const endRow = (): void => {
    row.push(cell)
    if (row.length > 1 || cell !== '') rows.push(row)
    row = []
    cell = ''
  }
  const plain = (character: string): void => {
    if (character === '"' && cell === '') quote.open = true
    else if (character === separator) {
      row.push(cell)
      cell = ''
    } else if (character === '\n') endRow()
    else if (character !== '\r') cell += character
  }
  for (let at = 0; at < text.length && rows.length < most; at += 1) {
    const character = text.charAt(at)
    if (!quote.open) plain(character)
    else if (character !== '"') cell += character
    else if (text.charAt(at + 1) === '"') {
      cell += '"'
      at += 1
    } else quote.open = false
  }
  if (rows.length < most) endRow()
  return rows
}
