import type { ReactNode } from 'react'
import { piecesOfPrompt } from './prompt-variables'

/** The text of a prompt, with what is asked for on use set apart. */
export const PromptText = ({ text }: { readonly text: string }): ReactNode =>
  piecesOfPrompt(text).map((piece, index) =>
    piece.variable ? (
      <span key={index} className="rounded-sm bg-accent-soft px-1 text-accent-ink">
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  )
