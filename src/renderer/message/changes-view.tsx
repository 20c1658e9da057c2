import { ArrowRight, Minus, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ToolCall } from '../../contract/conversation'
import type { JsonObject } from '../../contract/json'
import { t } from '../../language/words'
import { changesWith, type ShownChange } from './changes'
import { wordDiff, type DiffPiece } from './word-diff'

const Removed = ({ children }: { readonly children: string }): ReactNode => (
  <del className="rounded-sm bg-danger-soft px-1 text-danger-ink">
    <Minus aria-hidden="true" className="me-0.5 inline size-3 align-[-0.05em]" />
    <span className="sr-only">{t('call.removed')} </span>
    {children}
  </del>
)

const Added = ({ children }: { readonly children: string }): ReactNode => (
  <ins className="rounded-sm bg-accent-soft px-1 text-accent-ink">
    <Plus aria-hidden="true" className="me-0.5 inline size-3 align-[-0.05em]" />
    <span className="sr-only">{t('call.added')} </span>
    {children}
  </ins>
)

const Piece = ({ piece }: { readonly piece: DiffPiece }): ReactNode => {
  if (piece.kind === 'same' || piece.text.trim() === '') return piece.text
  return piece.kind === 'removed' ? <Removed>{piece.text}</Removed> : <Added>{piece.text}</Added>
}

const isLong = ({ before, after }: ShownChange): boolean =>
  before !== '' && after !== '' && [before, after].some((text) => text.length > 60 || text.includes('\n'))

const Values = ({ change }: { readonly change: ShownChange }): ReactNode => {
  const { before, after } = change
  if (before === after)
    return (
      <span className="text-muted">
        {before === '' ? t('call.empty') : before} · {t('call.staysSame')}
      </span>
    )
  if (isLong(change))
    return (
      <p className="max-h-56 overflow-y-auto leading-relaxed wrap-anywhere whitespace-pre-wrap" tabIndex={0}>
        {wordDiff(before, after).map((piece, index) => (
          <Piece key={index} piece={piece} />
        ))}
      </p>
    )
  return (
    <span className="wrap-anywhere whitespace-pre-wrap">
      {before === '' ? <span className="text-faint">{t('call.empty')}</span> : <Removed>{before}</Removed>}{' '}
      <ArrowRight aria-hidden="true" className="inline size-3.5 align-[-0.15em] text-faint" />
      <span className="sr-only">{t('call.becomes')}</span>{' '}
      {after === '' ? <span className="text-faint">{t('call.empty')}</span> : <Added>{after}</Added>}
    </span>
  )
}

type ChangesProps = {
  readonly call: ToolCall
  /** The arguments as they stand on the card. */
  readonly args: JsonObject
}

/** What a call changes: before and after, field by field. */
export const Changes = ({ call, args }: ChangesProps): ReactNode => {
  const changes = changesWith(call, args)
  if (changes === undefined) {
    return call.changes === undefined ? null : <p className="text-sm text-faint">{t('call.notAboutThis')}</p>
  }
  if (changes.length === 0) return null
  return (
    <dl
      aria-label={t('call.changes')}
      className="grid gap-x-4 gap-y-1.5 rounded-lg border border-line bg-sunken px-3 py-2.5 text-sm select-text"
    >
      {changes.map((change, index) => (
        <div key={index} className="grid grid-cols-[minmax(0,auto)_minmax(0,1fr)] items-baseline gap-x-2">
          <dt className="font-medium text-muted">{change.label}:</dt>
          <dd>
            <Values change={change} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
