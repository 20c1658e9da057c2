import { Suspense, useEffect, useRef, type ReactNode, type RefObject } from 'react'
import type { Thread } from '../../../contract/conversation'
import { t } from '../../../language/words'
import { useActions, useAppState } from '../../app/use-app'
import { FailureNotice } from '../../failure/failure-notice'
import type { Conversation } from '../../state/conversation'
import { Spinner } from '../../ui/spinner'
import { Announcer } from './announcer'
import { shownTitle } from './thread-row'
import { Composer } from './composer'
import { EmptyChat } from './empty-chat'
import { useGuideEnd } from './first-run'
import { ImportedNote } from './imported-note'
import { lazyComponent } from '../../ui/lazy-component'

const loadMessageLog = async () => (await import('./message-log')).MessageLog

const MessageLog = lazyComponent(loadMessageLog)

/** Fetches the code of conversations before the first one is opened. */
export const warmConversation = (): void => void loadMessageLog()

const threadIn = (threads: readonly Thread[], id: string | undefined): Thread | undefined =>
  threads.find((thread) => thread.id === id)

const isRunning = (thread: Thread | undefined, conversation: Conversation | undefined): boolean =>
  thread?.run === 'running' || (thread === undefined && conversation?.messages.at(-1)?.status === 'streaming')

const Opening = (): ReactNode => (
  <div role="status" className="flex flex-1 items-center justify-center gap-2 text-sm text-faint">
    <Spinner />
    {t('chat.loading')}
  </div>
)

type BodyProps = {
  readonly threadId: string
  readonly conversation: Conversation | undefined
  readonly running: boolean
  readonly input: RefObject<HTMLTextAreaElement | null>
}

const Body = ({ threadId, conversation, running, input }: BodyProps): ReactNode => {
  const actions = useActions()
  if (conversation === undefined || conversation.phase === 'loading' || conversation.phase === 'partial')
    return <Opening />
  if (conversation.phase === 'failed' && conversation.failure !== undefined) {
    return (
      <div className="mx-auto w-full max-w-184 flex-1 px-6 pt-6">
        <FailureNotice
          failure={conversation.failure}
          place={{
            retry: () => void actions.openThread(threadId),
          }}
        />
      </div>
    )
  }
  return (
    <Suspense fallback={<Opening />}>
      <MessageLog key={threadId} threadId={threadId} conversation={conversation} busy={running} input={input} />
      <Announcer conversation={conversation} running={running} />
    </Suspense>
  )
}

const titleOf = (thread: Thread | undefined): string => shownTitle(thread?.title ?? '')

/** The chat: one thread, or the beginning of a new one. */
export const Chat = ({ name }: { readonly name: string }): ReactNode => {
  const actions = useActions()
  const threadId = useAppState((state) => state.place.threadId)
  const thread = useAppState((state) => threadIn(state.threads.items, state.place.threadId))
  const conversation = useAppState((state) => state.conversations[state.place.threadId ?? ''])
  const messageId = useAppState((state) => state.place.messageId)
  const writing = useAppState((state) => state.writing)
  const input = useRef<HTMLTextAreaElement>(null)
  useGuideEnd()
  useEffect(() => {
    // Who asked for a message is taken to it.
    if (messageId === undefined) input.current?.focus()
  }, [threadId, messageId])
  useEffect(() => {
    if (writing > 0) input.current?.focus()
  }, [writing])
  const running = isRunning(thread, conversation)
  return (
    <>
      <h1
        dir="auto"
        className={
          threadId === undefined
            ? 'sr-only'
            : 'truncate rtl:text-right border-b border-line px-6 py-2.5 text-sm font-medium text-muted max-[46rem]:px-4 [@media(height<30rem)]:sr-only'
        }
      >
        {threadId === undefined ? t('threads.new') : titleOf(thread)}
      </h1>
      {thread?.imported === true && <ImportedNote />}
      {threadId === undefined ? (
        <EmptyChat
          name={name}
          onChoose={(starter) => {
            input.current?.focus()
            actions.usePrompt(starter)
          }}
        />
      ) : (
        <Body threadId={threadId} conversation={conversation} running={running} input={input} />
      )}
      <Composer threadId={threadId ?? null} running={running} input={input} onSent={actions.showSent} />
    </>
  )
}
