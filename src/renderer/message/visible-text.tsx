import type { ReactNode } from 'react'
import { nameHidden, piecesOf } from '../../contract/plain/hidden-characters'

/** A text of somebody else, with every character that can't be seen named in its place. */
export const VisibleText = ({ text }: { readonly text: string }): ReactNode =>
  piecesOf(text).map((piece, index) =>
    piece.kind === 'text' ? (
      piece.text
    ) : (
      <span key={index} className="rounded-sm border border-line-strong px-0.5 font-mono text-[0.8em] text-muted">
        {nameHidden(piece.codes)}
      </span>
    ),
  )
