import type { Tokens } from 'marked'
import { useState, type CSSProperties, type ReactNode } from 'react'
import { known } from './blocks'
import { Inline } from './inline'
import { columnsOf, type Column } from './table-columns'

const leastWidth = (columns: readonly Column[]): CSSProperties => ({
  minInlineSize: `${String(columns.reduce((sum, { least }) => sum + least, 0))}ch`,
})

/** A table of a text. Its columns keep the width that they begin with: rows that come in later move nothing. */
export const Table = ({ token }: { readonly token: Tokens.Table }): ReactNode => {
  const [columns] = useState(() => columnsOf(token))
  return (
    <div className="table-scroll" tabIndex={0}>
      <table style={leastWidth(columns)}>
        <colgroup>
          {columns.map(({ share }, index) => (
            <col key={index} style={{ inlineSize: `${String(share * 100)}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {token.header.map((cell, index) => (
              <th key={index} scope="col" dir="auto">
                <Inline tokens={known(cell.tokens)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {token.rows.map((row, rowIndex) => (
            <tr key={rowIndex}>
              {row.map((cell, index) => (
                <td key={index} dir="auto">
                  <Inline tokens={known(cell.tokens)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
