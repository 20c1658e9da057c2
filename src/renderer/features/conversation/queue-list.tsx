import { ArrowUp, Pencil, X } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Queue } from '../../../contract/conversation'
import { t } from '../../../language/words'
import { useActions } from '../../app/use-app'
import { FileChips } from '../../message/file-chips'
import { Button } from '../../ui/button'
import { ChangeBox } from './change-box'
import { Tool } from './tool'

type Queued = Queue['messages'][number]

const settleMs = 300

const Editing = ({ queued, onDone }: { readonly queued: Queued; readonly onDone: () => void }): ReactNode => {
  const actions = useActions()
  const [text, setText] = useState(queued.text)
  const [before] = useState(queued.text)
  const due = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    return () => {
      clearTimeout(due.current)
    }
  }, [])
  const finish = (ended: string): void => {
    if (ended.trim() === '') return
    clearTimeout(due.current)
    actions.changeQueued(queued.id, ended.trim(), true)
    onDone()
  }
  return (
    <form
      className="flex flex-1 flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        finish(text)
      }}
    >
      <ChangeBox
        label={t('queue.editing')}
        text={text}
        onType={(typed) => {
          setText(typed)
          clearTimeout(due.current)
          if (typed.trim() === '') return
          due.current = setTimeout(() => {
            actions.changeQueued(queued.id, typed, false)
          }, settleMs)
        }}
        onSend={() => {
          finish(text)
        }}
        onCancel={() => {
          finish(before)
        }}
        className="max-h-40 rounded-md border border-edge bg-surface text-sm focus-visible:border-accent"
      />
      <Button size="small" type="submit" tone="primary" disabled={text.trim() === ''}>
        {t('queue.save')}
      </Button>
    </form>
  )
}

const Row = ({ queued }: { readonly queued: Queued }): ReactNode => {
  const actions = useActions()
  const [editing, setEditing] = useState(false)
  return (
    <li className="flex items-center gap-1 ps-3 pe-1.5">
      {editing ? (
        <Editing
          queued={queued}
          onDone={() => {
            setEditing(false)
          }}
        />
      ) : (
        <>
          <div className="grid min-w-0 flex-1 gap-1 py-1">
            <span className="line-clamp-2 text-sm wrap-anywhere" dir="auto">
              {queued.text}
            </span>
            <FileChips files={queued.files ?? []} />
          </div>
          <Tool
            label={t('queue.edit')}
            onPress={() => {
              // While it is changed, it must not be sent as it was.
              actions.changeQueued(queued.id, queued.text, false)
              setEditing(true)
            }}
          >
            <Pencil aria-hidden="true" />
          </Tool>
          <Tool
            label={t('queue.remove')}
            onPress={() => {
              actions.removeQueued(queued.id)
            }}
          >
            <X aria-hidden="true" />
          </Tool>
          <Tool
            label={t('queue.send')}
            onPress={() => {
              actions.sendQueued(queued.id)
            }}
          >
            <ArrowUp aria-hidden="true" />
          </Tool>
        </>
      )}
    </li>
  )
}

/** Messages that wait until the answer before them is through, or until the person sends them. */
export const QueueList = ({ queue }: { readonly queue: Queue }): ReactNode => (
  <section
    aria-label={t('queue.label')}
    className="rise grid max-h-[30dvh] gap-0.5 overflow-y-auto rounded-xl border border-line bg-sunken py-1.5"
  >
    <p role="status" className="px-3 text-xs text-muted">
      {queue.held
        ? t('queue.held', { count: queue.messages.length })
        : t('queue.waiting', { count: queue.messages.length })}
    </p>
    <ul className="grid gap-0.5">
      {queue.messages.map((queued) => (
        <Row key={queued.id} queued={queued} />
      ))}
    </ul>
  </section>
)
