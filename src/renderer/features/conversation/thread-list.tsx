import { ArrowLeft, Ellipsis, SquarePen } from 'lucide-react'
import { Suspense, useEffect, useId, useRef, useState, type ReactNode } from 'react'
import type { Thread } from '../../../contract/conversation'
import type { SearchHit } from '../../../contract/search'
import { t } from '../../../language/words'
import { useActions, useAppState } from '../../app/use-app'
import { FailureNotice } from '../../failure/failure-notice'
import { groupThreads, type ThreadGroup } from '../../state/threads'
import type { MenuPlace } from '../../ui/action-menu'
import { lazyComponent } from '../../ui/lazy-component'
import { foundWords } from './found-words'
import { monthOf } from './list-dates'
import { SearchField } from './search-field'
import { SearchResultList } from './search-results'
import { ThreadRow } from './thread-row'
import { useSearch } from './use-search'

const ThreadMenu = lazyComponent(async () => (await import('./thread-menu')).ThreadMenu)
const ListMenu = lazyComponent(async () => (await import('./list-menu')).ListMenu)

const headingOf = (group: ThreadGroup): string =>
  group.kind === 'month' ? monthOf(group.at) : t(`threadList.${group.kind}`)

type RowsProps = { readonly threads: readonly Thread[]; readonly now: number; readonly onChosen: () => void }

type OpenMenu = { readonly thread: Thread; readonly place: MenuPlace }

const Rows = ({ threads, now, onChosen }: RowsProps): ReactNode => {
  const actions = useActions()
  const place = useAppState((state) => state.place)
  const renamed = useAppState((state) => state.threadList.renaming)
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  return (
    <>
      {groupThreads(threads, now, monthOf).map((group) => (
        <section key={group.key} aria-label={headingOf(group)} className="pt-2">
          <h2 className="px-2.5 py-1 text-xs font-medium text-faint">{headingOf(group)}</h2>
          {group.threads.map((thread) => (
            <ThreadRow
              key={thread.id}
              thread={thread}
              current={place.view === 'chat' && place.threadId === thread.id}
              renaming={renamed === thread.id}
              menuOpen={menu?.thread.id === thread.id}
              onOpen={() => {
                void actions.openThread(thread.id)
                onChosen()
              }}
              onRename={(renaming) => {
                if (renaming) actions.startRenaming(thread)
                else actions.endRenaming()
              }}
              onMenu={(at) => {
                setMenu({ thread, place: at })
              }}
            />
          ))}
        </section>
      ))}
      {menu !== null && (
        <Suspense>
          <ThreadMenu
            thread={menu.thread}
            place={menu.place}
            onRename={() => {
              actions.startRenaming(menu.thread)
            }}
            onClose={() => {
              setMenu(null)
            }}
          />
        </Suspense>
      )}
    </>
  )
}

type HeadProps = { readonly archived: boolean; readonly onChosen: () => void }

const Head = ({ archived, onChosen }: HeadProps): ReactNode => {
  const actions = useActions()
  const [menu, setMenu] = useState<MenuPlace | null>(null)
  const wide = 'flex flex-1 items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm font-medium text-ink hover:bg-hover'
  return (
    <div className="flex items-center gap-1">
      {archived ? (
        <button
          type="button"
          aria-label={t('threadList.back')}
          onClick={() => {
            actions.showArchive(false)
          }}
          className={wide}
        >
          <ArrowLeft aria-hidden="true" className="size-4 text-accent-ink rtl:-scale-x-100" />
          {t('threadList.archived')}
        </button>
      ) : (
        <button
          type="button"
          onClick={() => {
            actions.newChat()
            onChosen()
          }}
          className={wide}
        >
          <SquarePen aria-hidden="true" className="size-4 text-accent-ink" />
          {t('threads.new')}
        </button>
      )}
      <button
        type="button"
        aria-label={t('threadList.more')}
        aria-haspopup="menu"
        aria-expanded={menu !== null}
        title={t('threadList.more')}
        onClick={(event) => {
          setMenu({ element: event.currentTarget })
        }}
        className="rounded-md p-2 text-muted hover:bg-hover hover:text-ink"
      >
        <Ellipsis aria-hidden="true" className="size-4" />
      </button>
      {menu !== null && (
        <Suspense>
          <ListMenu
            place={menu}
            onArchived={() => {
              actions.showArchive(true)
            }}
            onClose={() => {
              setMenu(null)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}

const Listing = (props: RowsProps & { readonly archived: boolean }): ReactNode => {
  const { threads, archived } = props
  const actions = useActions()
  const { kind, failure } = useAppState((state) => state.threads)
  return (
    <nav aria-label={t('threads.label')} className="min-h-0 flex-1 overflow-y-auto px-2.5 pb-2.5">
      {failure !== undefined && <FailureNotice failure={failure} place={{ retry: () => void actions.loadThreads() }} />}
      {kind === 'ready' && threads.length === 0 && (
        <p className="px-2.5 py-2 text-sm text-faint">
          {archived ? t('threadList.archivedEmpty') : t('threads.empty')}
        </p>
      )}
      <Rows {...props} />
    </nav>
  )
}

type ThreadListProps = { readonly now: number; readonly onChosen: () => void; readonly onReveal: () => void }

/** The conversations of the person, by recency, what was ever said in them, and the way to begin another. */
export const ThreadList = ({ now, onChosen, onReveal }: ThreadListProps): ReactNode => {
  const actions = useActions()
  const items = useAppState((state) => state.threads.items)
  const { query, archived, searching, revealed } = useAppState((state) => state.threadList)
  const [chosen, setChosen] = useState(0)
  const list = useId()
  const found = useSearch(query)
  const hits = found.kind === 'found' ? found.results.hits : []
  const reveal = useRef(onReveal)
  useEffect(() => {
    reveal.current = onReveal
  })
  useEffect(() => {
    if (revealed > 0) reveal.current()
  }, [revealed])
  const take = (hit: SearchHit | undefined): void => {
    if (hit === undefined) return
    void actions.openThread(hit.threadId, hit.messageId)
    if (hit.messageId !== undefined) actions.markFound({ messageId: hit.messageId, words: foundWords(hit.pieces) })
    onChosen()
  }
  return (
    <>
      <div className="grid gap-1.5 p-2.5 pb-1">
        <Head archived={archived} onChosen={onChosen} />
        <SearchField
          query={query}
          list={list}
          count={hits.length}
          chosen={chosen}
          onType={(typed) => {
            actions.searchList(typed)
            setChosen(0)
          }}
          onMove={setChosen}
          onTake={() => {
            take(hits[chosen])
          }}
          asked={searching}
        />
      </div>
      {query.trim() === '' ? (
        <Listing
          threads={items.filter((thread) => (thread.archived === true) === archived)}
          archived={archived}
          now={now}
          onChosen={onChosen}
        />
      ) : (
        <SearchResultList
          id={list}
          found={found}
          chosen={chosen}
          onChoose={(hit) => {
            setChosen(hits.indexOf(hit))
            take(hit)
          }}
        />
      )}
    </>
  )
}
