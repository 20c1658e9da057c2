import { useEffect, useRef, type ReactNode } from 'react'
import { withHiddenNamed } from '../../../contract/plain/hidden-characters'
import type { SearchHit, SearchPiece } from '../../../contract/search'
import { t } from '../../../language/words'
import { FailureNotice } from '../../failure/failure-notice'
import { Badge } from '../../ui/badge'
import { classNames } from '../../ui/class-names'
import { dayOf } from './list-dates'
import { shownTitle } from './thread-row'
import type { Found } from './use-search'

/** The id of the option that the field of the search points to. */
export const optionId = (index: number): string => `search-hit-${String(index)}`

const Pieces = ({ pieces }: { readonly pieces: readonly SearchPiece[] }): ReactNode =>
  pieces.map(({ text, hit }, index) =>
    hit ? (
      <mark key={index} className="rounded-xs bg-accent-soft font-medium text-accent-ink">
        {withHiddenNamed(text)}
      </mark>
    ) : (
      withHiddenNamed(text)
    ),
  )

type HitProps = {
  readonly hit: SearchHit
  readonly index: number
  readonly chosen: boolean
  readonly onChoose: () => void
}

const Hit = ({ hit, index, chosen, onChoose }: HitProps): ReactNode => {
  const option = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen) option.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <div
      ref={option}
      id={optionId(index)}
      role="option"
      aria-selected={chosen}
      onClick={onChoose}
      className={classNames(
        'grid grid-cols-1 gap-0.5 rounded-md px-2.5 py-2 text-sm',
        chosen ? 'bg-active' : 'hover:bg-hover',
      )}
    >
      <div className="flex items-center gap-2">
        <span className={classNames('min-w-0 flex-1 truncate', chosen ? 'font-medium text-ink' : 'text-ink')}>
          {hit.messageId === undefined ? <Pieces pieces={hit.pieces} /> : shownTitle(hit.title)}
        </span>
        {hit.archived && <Badge>{t('search.archived')}</Badge>}
        <time dateTime={new Date(hit.at).toISOString()} className="shrink-0 text-xs text-faint">
          {dayOf(hit.at)}
        </time>
      </div>
      {hit.messageId !== undefined && (
        <p className="line-clamp-2 text-xs wrap-anywhere text-muted">
          <span className="sr-only">{hit.role === 'user' ? t('search.you') : t('search.assistant')}: </span>
          <Pieces pieces={hit.pieces} />
        </p>
      )}
    </div>
  )
}

const Count = ({ found }: { readonly found: Found }): ReactNode => {
  const count = found.kind === 'found' ? found.results.hits.length : null
  return (
    <p role="status" className={classNames('px-2.5 py-1.5 text-xs text-faint', count === null && 'sr-only')}>
      {count !== null && (count > 0 ? t('search.found', { count }) : t('search.none'))}
    </p>
  )
}

type SearchListProps = {
  readonly id: string
  readonly found: Found
  readonly chosen: number
  readonly onChoose: (hit: SearchHit) => void
}

/** What a search found. The focus stays in its field, which says which one is chosen. */
export const SearchResultList = ({ id, found, chosen, onChoose }: SearchListProps): ReactNode => {
  const hits = found.kind === 'found' ? found.results.hits : []
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-2.5 pb-2.5">
      <Count found={found} />
      {found.kind === 'failed' && <FailureNotice failure={found.failure} announce />}
      <div id={id} role="listbox" aria-label={t('search.results')} className="grid grid-cols-1 gap-px">
        {hits.map((hit, index) => (
          <Hit
            key={`${hit.threadId} ${hit.messageId ?? ''}`}
            hit={hit}
            index={index}
            chosen={index === chosen}
            onChoose={() => {
              onChoose(hit)
            }}
          />
        ))}
      </div>
      {found.kind === 'found' && found.results.more && (
        <p className="px-2.5 py-2 text-xs text-faint">{t('search.more')}</p>
      )}
    </div>
  )
}
