import { Check, ChevronLeft, ChevronRight, Copy, Pencil, Play, RotateCcw } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode, type Ref } from 'react'
import type { Message } from '../../../contract/conversation'
import { t } from '../../../language/words'
import { useActions, useAppState } from '../../app/use-app'
import { messageMarkdown, type LeftBehind } from '../../state/edits'
import { Button } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import { LeftBehindText } from './left-behind-text'
import { Tool } from './tool'

const CopyTool = ({ message }: { readonly message: Message }): ReactNode => {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => {
      setCopied(false)
    }, 2000)
    return () => {
      clearTimeout(timer)
    }
  }, [copied])
  return (
    <>
      <Tool
        label={copied ? t('messages.copied') : t('messages.copy')}
        onPress={() => {
          void navigator.clipboard.writeText(messageMarkdown(message)).then(() => {
            setCopied(true)
          })
        }}
      >
        {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
      </Tool>
      <span role="status" className="sr-only">
        {copied && t('messages.copied')}
      </span>
    </>
  )
}

type Leave = { readonly kind: 'again' } | { readonly kind: 'version'; readonly id: string }
type LeaveProps = { readonly message: Message; readonly onLeave: (leave: Leave) => void }

const Versions = ({ message, onLeave }: LeaveProps): ReactNode => {
  const { branch } = message
  const group = useRef<HTMLDivElement>(null)
  const actions = useActions()
  useEffect(() => {
    // Who went from one version to another stays where they were.
    if (actions.takeAwaited(message.id)) group.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [actions, message.id])
  if (branch === undefined) return null
  const { index, count, previous, next } = branch
  const go = (id: string | undefined) => (): void => {
    if (id !== undefined) onLeave({ kind: 'version', id })
  }
  return (
    <div ref={group} role="group" aria-label={t('messages.versions')} className="flex items-center">
      <Tool label={t('messages.previous')} disabled={previous === undefined} onPress={go(previous)}>
        <ChevronLeft aria-hidden="true" className="rtl:-scale-x-100" />
      </Tool>
      <span aria-hidden="true" className="min-w-7 text-center text-xs text-muted tabular-nums">
        {t('messages.place', { index: index + 1, count })}
      </span>
      <span className="sr-only">{t('messages.placeSpoken', { index: index + 1, count })}</span>
      <Tool label={t('messages.next')} disabled={next === undefined} onPress={go(next)}>
        <ChevronRight aria-hidden="true" className="rtl:-scale-x-100" />
      </Tool>
    </div>
  )
}

type QuestionProps = {
  readonly leave: Leave
  readonly behind: LeftBehind
  readonly onAnswer: (yes: boolean) => void
}

const LeaveQuestion = ({ leave, behind, onAnswer }: QuestionProps): ReactNode => (
  <div
    role="group"
    className="rise flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-line bg-sunken px-3 py-2 text-sm"
  >
    <div role="status" className="min-w-48 flex-1">
      <LeftBehindText {...behind} />
    </div>
    <Button
      size="small"
      onPress={() => {
        onAnswer(false)
      }}
    >
      {t('messages.stay')}
    </Button>
    <Button
      size="small"
      tone="primary"
      onPress={() => {
        onAnswer(true)
      }}
    >
      {leave.kind === 'again' ? t('messages.again') : t('messages.showOther')}
    </Button>
  </div>
)

const GoOn = ({ message }: { readonly message: Message }): ReactNode => {
  const actions = useActions()
  const { threadId, id } = message
  const canGoOn = useAppState(
    ({ conversations, threads }) =>
      conversations[threadId]?.messages.at(-1)?.id === id &&
      threads.items.every((thread) => thread.id !== threadId || thread.run !== 'running'),
  )
  return canGoOn ? (
    <Button
      size="small"
      onPress={() => {
        actions.goOn(threadId)
      }}
    >
      <Play aria-hidden="true" />
      {t('messages.goOn')}
    </Button>
  ) : null
}

const takesBack = (message: Message): boolean =>
  message.parts.some((part) => part.kind === 'tool-call' && part.call.undoes !== undefined)

type RowProps = LeaveProps & { readonly editor: Ref<HTMLButtonElement> }

const Tools = ({ message, onLeave, editor }: RowProps): ReactNode => {
  const actions = useActions()
  if (message.status === 'streaming') return null
  const imported = message.imported === true
  return (
    <div className="flex opacity-0 transition-opacity group-focus-within/message:opacity-100 group-hover/message:opacity-100">
      {messageMarkdown(message) !== '' && <CopyTool message={message} />}
      {message.role === 'user' && !imported && (
        <Tool
          ref={editor}
          label={t('messages.edit')}
          onPress={() => {
            actions.startEdit(message)
          }}
        >
          <Pencil aria-hidden="true" />
        </Tool>
      )}
      {message.role === 'assistant' && !imported && !takesBack(message) && (
        <Tool
          label={t('messages.again')}
          onPress={() => {
            onLeave({ kind: 'again' })
          }}
        >
          <RotateCcw aria-hidden="true" />
        </Tool>
      )}
    </div>
  )
}

/** Whether there is something to do with a message: what stood under a text that grows would be pushed down with each line. */
export const hasTools = ({ status, branch }: Message): boolean => status !== 'streaming' || branch !== undefined

const canGoOn = ({ status, imported }: Message): boolean => status === 'stopped' && imported !== true

type MessageToolsProps = { readonly message: Message; readonly editor: Ref<HTMLButtonElement> }

/** What can be done with a message, and with its versions. It lies in the gap below the message. */
export const MessageTools = ({ message, editor }: MessageToolsProps): ReactNode => {
  const actions = useActions()
  const [leave, setLeave] = useState<Leave | null>(null)
  const go = (to: Leave): void => {
    if (to.kind === 'again') actions.regenerate(message)
    else actions.showVersion(to.id)
  }
  const ask = (to: Leave): void => {
    const { done, waiting } = actions.leftBehind(message)
    if (waiting > 0 || (to.kind === 'again' && done > 0)) setLeave(to)
    else go(to)
  }
  const elsewhere = message.branch?.doneElsewhere ?? 0
  return (
    <div className="grid gap-2 pt-1">
      {canGoOn(message) && (
        <div>
          <GoOn message={message} />
        </div>
      )}
      {elsewhere > 0 && (
        <p className={classNames('text-xs text-muted', message.role === 'user' && 'text-end')}>
          {t('messages.doneElsewhere', { count: elsewhere })}
        </p>
      )}
      {leave !== null && (
        <LeaveQuestion
          leave={leave}
          behind={actions.leftBehind(message)}
          onAnswer={(yes) => {
            setLeave(null)
            if (yes) go(leave)
          }}
        />
      )}
      <div className={classNames('-mb-6 flex h-6 items-center gap-1', message.role === 'user' && 'justify-end')}>
        <Versions message={message} onLeave={ask} />
        <Tools message={message} onLeave={ask} editor={editor} />
      </div>
    </div>
  )
}
