import { memo, type ReactNode } from 'react'
import type { Message, Part } from '../../contract/conversation'
import { t } from '../../language/words'
import { useLocale } from '../app/spoken'
import { useActions } from '../app/use-app'
import { FailureNotice } from '../failure/failure-notice'
import { FileChips } from './file-chips'
import { ImportedCallView } from './imported-call'
import { ImportedFailure } from './imported-failure'
import { ChosenText } from './chosen-text'
import { attachedTo } from '../state/edits'
import { LazyMarkdown } from './lazy-markdown'
import { stepGroups } from './step-groups'
import { Steps } from './steps'
import { Thoughts } from './thoughts'
import { ToolCallView } from './tool-call'

const UserMessage = ({ message }: { readonly message: Message }): ReactNode => (
  <div className="flex flex-col items-end gap-1.5">
    <span className="sr-only">{t('chat.you')}: </span>
    <FileChips files={attachedTo(message)} namesOnly={message.imported === true} className="max-w-[85%] justify-end" />
    <div
      dir="auto"
      className="max-w-[85%] rounded-2xl rounded-ee-sm bg-active px-3.5 py-2 leading-relaxed wrap-anywhere whitespace-pre-wrap select-text"
    >
      <ChosenText message={message} />
    </div>
  </div>
)

type PartViewProps = {
  readonly part: Part
  readonly threadId: string
  readonly streaming: boolean
  readonly imported: boolean
}

const PartView = ({ part, threadId, streaming, imported }: PartViewProps): ReactNode => {
  const actions = useActions()
  switch (part.kind) {
    case 'text':
      return part.text === '' ? null : <LazyMarkdown text={part.text} streaming={streaming} />
    case 'reasoning':
      return part.text === '' ? null : <Thoughts text={part.text} />
    case 'tool-call':
      return <ToolCallView call={part.call} />
    case 'imported-call':
      return <ImportedCallView call={part.call} />
    case 'connections':
    case 'file':
      return null
    case 'failure':
      return imported ? (
        <ImportedFailure failure={part.failure} />
      ) : (
        <FailureNotice
          failure={part.failure}
          place={{
            retry: () => {
              actions.retry(threadId)
            },
          }}
        />
      )
  }
}

const isSilent = (message: Message): boolean => {
  const last = message.parts.at(-1)
  if (last === undefined) return true
  // Also while a step is under way, so that nothing moves when it is through.
  if (last.kind === 'tool-call') return last.call.state === 'done' || last.call.state === 'running'
  return last.kind !== 'text' || last.text === ''
}

const Thinking = (): ReactNode => (
  <p className="flex items-center gap-2 text-sm text-muted">
    <span aria-hidden="true" className="breathe size-2 rounded-full bg-accent" />
    {t('chat.thinking')}
  </p>
)

const AssistantMessage = ({ message }: { readonly message: Message }): ReactNode => {
  const streaming = message.status === 'streaming'
  return (
    <div className="grid gap-3 *:min-w-0">
      <span className="sr-only">{t('chat.assistant')}: </span>
      {stepGroups(message.parts).map((piece) => {
        if (piece.kind === 'steps') return <Steps key={piece.steps[0]?.call.id} steps={piece.steps} />
        const { part, index } = piece
        return (
          <PartView
            key={part.kind === 'tool-call' ? part.call.id : index}
            part={part}
            threadId={message.threadId}
            imported={message.imported === true}
            streaming={streaming && index === message.parts.length - 1}
          />
        )
      })}
      {streaming && isSilent(message) && <Thinking />}
      {message.status === 'stopped' && <p className="text-sm text-faint">{t('chat.stopped')}</p>}
    </div>
  )
}

/** One message of a conversation. */
export const MessageView = memo(({ message }: { readonly message: Message }): ReactNode => {
  useLocale()
  return message.role === 'user' ? <UserMessage message={message} /> : <AssistantMessage message={message} />
})
MessageView.displayName = 'MessageView'
