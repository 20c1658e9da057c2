import { Ellipsis, Pin } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { Thread } from '../../../contract/conversation'
import { withHiddenNamed } from '../../../contract/plain/hidden-characters'
import { t } from '../../../language/words'
import { useActions } from '../../app/use-app'
import { useShortcut } from '../../commands/use-shortcut'
import { isMac } from '../../keyboard/is-mac'
import { pressedShortcut } from '../../keyboard/pressed-shortcut'
import type { MenuPlace } from '../../ui/action-menu'
import { classNames } from '../../ui/class-names'

// It stands behind the title, which keeps its place when a run begins and ends.
const RunMark = ({ run }: { readonly run: Thread['run'] }): ReactNode => {
  if (run === 'idle') return null
  return (
    <>
      <span
        aria-hidden="true"
        className={classNames(
          'order-1 ms-auto size-2 shrink-0 rounded-full',
          run === 'running' ? 'breathe bg-accent' : 'bg-warn-ink',
        )}
      />
      <span className="sr-only">{run === 'running' ? t('threads.running') : t('threads.waiting')}: </span>
    </>
  )
}

/** What a thread is called on the screen. */
export const shownTitle = (title: string): string => (title === '' ? t('threads.untitled') : withHiddenNamed(title))

type NameFieldProps = { readonly thread: Thread; readonly onDone: () => void }

/** Where a thread gets another name: Enter or leaving takes it, Escape doesn't. */
const NameField = ({ thread, onDone }: NameFieldProps): ReactNode => {
  const actions = useActions()
  const field = useRef<HTMLInputElement>(null)
  const settled = useRef(false)
  const over = useRef(false)
  useEffect(() => {
    // A menu or a palette that it was asked for in gives the focus back to where it was before.
    const frame = requestAnimationFrame(() => {
      field.current?.focus()
      settled.current = true
    })
    return () => {
      cancelAnimationFrame(frame)
    }
  }, [])
  const finish = (title: string | null): void => {
    if (over.current) return
    over.current = true
    const name = title?.trim() ?? ''
    if (name !== '' && name !== thread.title) actions.renameThread(thread.id, name)
    onDone()
  }
  return (
    <input
      ref={field}
      autoFocus
      aria-label={t('threadList.renaming', { title: shownTitle(thread.title) })}
      defaultValue={thread.title}
      maxLength={200}
      onFocus={(event) => {
        event.target.select()
      }}
      onBlur={(event) => {
        if (settled.current) finish(event.target.value)
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') finish(event.currentTarget.value)
        if (event.key === 'Escape') finish(null)
      }}
      className="my-px min-w-0 flex-1 rounded-md border border-accent bg-surface px-2 py-1 text-sm text-ink outline-none"
    />
  )
}

type ThreadRowProps = {
  readonly thread: Thread
  readonly current: boolean
  readonly renaming: boolean
  readonly menuOpen: boolean
  readonly onOpen: () => void
  readonly onRename: (renaming: boolean) => void
  readonly onMenu: (place: MenuPlace) => void
}

/** A thread of the list. The keys for renaming or a double click names it; its menu comes by its button, a right click or the menu key. */
export const ThreadRow = (props: ThreadRowProps): ReactNode => {
  const { thread, current, renaming, menuOpen, onOpen, onRename, onMenu } = props
  const row = useRef<HTMLButtonElement>(null)
  const more = useRef<HTMLButtonElement>(null)
  const actions = useActions()
  const title = shownTitle(thread.title)
  const renameKeys = useShortcut('rename-thread')
  const keys = (event: KeyboardEvent): void => {
    if (renameKeys !== null && pressedShortcut(event, isMac) === renameKeys) onRename(true)
    else if (event.key === 'Delete') actions.deleteThread(thread.id)
    else return
    event.preventDefault()
  }
  if (renaming) {
    return (
      <NameField
        thread={thread}
        onDone={() => {
          onRename(false)
          requestAnimationFrame(() => row.current?.focus())
        }}
      />
    )
  }
  return (
    <div
      onContextMenu={(event) => {
        event.preventDefault()
        // The menu key has no place of its own.
        const byPointer = event.detail > 0 || event.button === 2
        if (more.current === null) return
        onMenu({ element: more.current, ...(byPointer ? { point: { x: event.clientX, y: event.clientY } } : {}) })
      }}
      className={classNames(
        'group/row flex items-center rounded-md transition-colors',
        current ? 'bg-active' : 'hover:bg-hover',
      )}
    >
      <button
        ref={row}
        type="button"
        aria-current={current ? 'true' : undefined}
        onClick={onOpen}
        onDoubleClick={() => {
          onRename(true)
        }}
        onKeyDown={keys}
        className={classNames(
          'flex min-w-0 flex-1 items-center gap-2 rounded-md px-2.5 py-1.5 text-start text-sm',
          current ? 'font-medium text-ink' : 'text-muted',
        )}
      >
        <RunMark run={thread.run} />
        {thread.pinned === true && (
          <Pin aria-hidden="true" className="size-3 shrink-0 text-faint" fill="currentColor" />
        )}
        <span dir="auto" className="truncate rtl:text-right">
          {title}
        </span>
      </button>
      <button
        ref={more}
        type="button"
        aria-label={t('threadList.options', { title })}
        aria-haspopup="menu"
        aria-expanded={menuOpen}
        title={t('threadList.options', { title })}
        onClick={(event) => {
          onMenu({ element: event.currentTarget })
        }}
        className={classNames(
          'me-1 rounded-sm p-1 text-faint group-focus-within/row:opacity-100 group-hover/row:opacity-100 hover:bg-active hover:text-ink focus-visible:opacity-100',
          menuOpen ? 'opacity-100' : 'opacity-0',
        )}
      >
        <Ellipsis aria-hidden="true" className="size-3.5" />
      </button>
    </div>
  )
}
