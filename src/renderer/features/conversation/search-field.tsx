import { Search, X } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { t } from '../../../language/words'
import { useShortcut } from '../../commands/use-shortcut'
import { isMac } from '../../keyboard/is-mac'
import { optionId } from './search-results'

type SearchFieldProps = {
  readonly query: string
  /** The id of the list of what was found. */
  readonly list: string
  readonly count: number
  readonly chosen: number
  readonly onType: (query: string) => void
  readonly onMove: (index: number) => void
  readonly onTake: () => void
  /** How often somebody went to the field. */
  readonly asked: number
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** Where one searches everything that was said: arrows choose, Enter goes there, Escape comes back to the list. */
export const SearchField = (props: SearchFieldProps): ReactNode => {
  const { query, list, count, chosen, onType, onMove, onTake, asked } = props
  const input = useRef<HTMLInputElement>(null)
  const keys = useShortcut('search-threads')
  useEffect(() => {
    if (asked === 0) return undefined
    // Once it is in sight, and what was in front of it is gone.
    const frame = requestAnimationFrame(() => {
      input.current?.focus()
      input.current?.select()
    })
    return () => {
      cancelAnimationFrame(frame)
    }
  }, [asked])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const step = steps[event.key]
    if (step !== undefined && count > 0) onMove((chosen + step + count) % count)
    else if (event.key === 'Enter') onTake()
    else if (event.key === 'Escape' && query !== '') onType('')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="relative flex-1">
      <Search aria-hidden="true" className="pointer-events-none absolute start-2.5 top-2 size-4 text-faint" />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={query !== ''}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={count > 0 ? optionId(chosen) : undefined}
        aria-keyshortcuts={keys?.replace('Mod', isMac ? 'Meta' : 'Control')}
        placeholder={t('search.label')}
        maxLength={300}
        value={query}
        onChange={(event) => {
          onType(event.target.value)
        }}
        onKeyDown={onKeyDown}
        className="h-8 w-full rounded-md border border-transparent bg-active ps-8.5 pe-8 text-sm text-ink transition-colors outline-none hover:border-line-strong focus:border-accent focus:bg-surface"
      />
      {query !== '' && (
        <button
          type="button"
          aria-label={t('search.clear')}
          onClick={() => {
            onType('')
            input.current?.focus()
          }}
          className="absolute end-1 top-1 rounded-sm p-1 text-faint hover:bg-hover hover:text-ink"
        >
          <X aria-hidden="true" className="size-4" />
        </button>
      )}
    </div>
  )
}
