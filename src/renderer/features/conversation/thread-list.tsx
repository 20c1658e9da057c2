import { SquarePen, Trash2 } from 'lucide-react'
import { Suspense, useState, type ReactNode } from 'react'
import { withHiddenNamed } from '../../../contract/plain/hidden-characters'
import type { Thread } from '../../../contract/conversation'
import { t } from '../../../language/words'
import { useActions, useAppState } from '../../app/use-app'
import { FailureNotice } from '../../failure/failure-notice'
import { groupByAge } from '../../state/threads'
import { classNames } from '../../ui/class-names'
import { lazyComponent } from '../../ui/lazy-component'

const QuestionDialog = lazyComponent(async () => (await import('../../ui/question-dialog')).QuestionDialog)

type ThreadRowProps = {
  readonly thread: Thread
  readonly current: boolean
  readonly onOpen: () => void
  readonly onDelete: () => void
}

const RunMark = ({ run }: { readonly run: Thread['run'] }): ReactNode => {
  if (run === 'idle') return null
  return (
    <>
      <span
        aria-hidden="true"
        className={classNames('size-2 shrink-0 rounded-full', run === 'running' ? 'breathe bg-accent' : 'bg-warn-ink')}
      />
      <span className="sr-only">{run === 'running' ? t('threads.running') : t('threads.waiting')}: </span>
    </>
  )
}

const ThreadRow = ({ thread, current, onOpen, onDelete }: ThreadRowProps): ReactNode => {
  const title = thread.title === '' ? t('threads.untitled') : withHiddenNamed(thread.title)
  return (
    <div
      className={classNames(
        'group/row flex items-center rounded-md transition-colors',
        current ? 'bg-active' : 'hover:bg-hover',
      )}
    >
      <button
        type="button"
        aria-current={current ? 'true' : undefined}
        onClick={onOpen}
        className={classNames(
          'flex min-w-0 flex-1 items-center gap-2 rounded-md px-2.5 py-1.5 text-start text-sm',
          current ? 'font-medium text-ink' : 'text-muted',
        )}
      >
        <RunMark run={thread.run} />
        <span className="truncate">{title}</span>
      </button>
      <button
        type="button"
        aria-label={t('threads.delete', { title })}
        title={t('threads.delete', { title })}
        onClick={onDelete}
        className="me-1 rounded-sm p-1 text-faint opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100 hover:text-danger-ink focus-visible:opacity-100"
      >
        <Trash2 aria-hidden="true" className="size-3.5" />
      </button>
    </div>
  )
}

const DeleteQuestion = ({ thread, onDone }: { readonly thread: Thread; readonly onDone: () => void }): ReactNode => {
  const actions = useActions()
  return (
    <Suspense>
      <QuestionDialog
        title={t('threads.deleteTitle')}
        yes={t('threads.deleteConfirm')}
        no={t('threads.keep')}
        tone="danger"
        onAnswer={(yes) => {
          if (yes) actions.deleteThread(thread.id)
          onDone()
        }}
      >
        {t('threads.deleteText', { title: thread.title })}
      </QuestionDialog>
    </Suspense>
  )
}

/** The conversations of the person, by recency, and the way to begin another. */
export const ThreadList = ({ now, onChosen }: { readonly now: number; readonly onChosen: () => void }): ReactNode => {
  const actions = useActions()
  const threads = useAppState((state) => state.threads)
  const place = useAppState((state) => state.place)
  const [doomed, setDoomed] = useState<Thread | null>(null)
  return (
    <>
      <div className="shell-wide p-2.5 pb-1">
        <button
          type="button"
          onClick={() => {
            actions.newChat()
            onChosen()
          }}
          className="flex w-full items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm font-medium text-ink transition-colors hover:bg-hover"
        >
          <SquarePen aria-hidden="true" className="size-4 text-accent-ink" />
          {t('threads.new')}
        </button>
      </div>
      <nav aria-label={t('threads.label')} className="min-h-0 flex-1 overflow-y-auto px-2.5 pb-2.5">
        {threads.failure !== undefined && (
          <FailureNotice failure={threads.failure} place={{ retry: () => void actions.loadThreads() }} />
        )}
        {threads.kind === 'ready' && threads.items.length === 0 && (
          <p className="px-2.5 py-2 text-sm text-faint">{t('threads.empty')}</p>
        )}
        {groupByAge(threads.items, now).map(({ age, threads: group }) => (
          <section key={age} className="pt-2">
            <h2 className="px-2.5 py-1 text-xs font-medium text-faint">{t(`threads.ages.${age}`)}</h2>
            {group.map((thread) => (
              <ThreadRow
                key={thread.id}
                thread={thread}
                current={place.view === 'chat' && place.threadId === thread.id}
                onOpen={() => {
                  void actions.openThread(thread.id)
                  onChosen()
                }}
                onDelete={() => {
                  setDoomed(thread)
                }}
              />
            ))}
          </section>
        ))}
      </nav>
      {doomed !== null && (
        <DeleteQuestion
          thread={doomed}
          onDone={() => {
            setDoomed(null)
          }}
        />
      )}
    </>
  )
}
