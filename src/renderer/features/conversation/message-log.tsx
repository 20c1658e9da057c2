import { ArrowDown } from 'lucide-react'
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, type ReactNode, type RefObject } from 'react'
import { useActions, useAppState } from '../../app/use-app'
import { FailureNotice } from '../../failure/failure-notice'
import { MessageView } from '../../message/message-view'
import type { Conversation } from '../../state/conversation'
import { en } from '../../strings/en'
import { Button } from '../../ui/button'
import { Spinner } from '../../ui/spinner'
import { ReviewBar } from './review-bar'
import { useFollowEnd, useReached } from './use-scroll'

// The rows at the end are always laid out: their height decides where the end is.
const nearRows = 6

type OlderProps = { readonly threadId: string; readonly conversation: Conversation }

const Older = ({ threadId, conversation }: OlderProps): ReactNode => {
  const actions = useActions()
  const load = useCallback(() => void actions.loadOlder(threadId), [actions, threadId])
  const mark = useReached(load, conversation.older === 'idle')
  if (conversation.older === 'failed' && conversation.failure !== undefined) {
    return <FailureNotice failure={conversation.failure} place={{ retry: load }} />
  }
  return (
    <div ref={mark} className="flex justify-center py-1">
      {conversation.older === 'loading' ? (
        <span className="flex items-center gap-2 text-sm text-faint">
          <Spinner />
          {en.chat.loadingOlder}
        </span>
      ) : (
        <Button tone="quiet" size="small" onPress={load}>
          {en.chat.older}
        </Button>
      )}
    </div>
  )
}

type Shower = { readonly content: RefObject<HTMLDivElement | null>; readonly show: (row: HTMLElement) => void }

// Once for each time that somebody asks for a message: afterwards the person scrolls.
const useSought = ({ content, show }: Shower, messages: readonly { readonly id: string }[]): void => {
  const place = useAppState((state) => state.place)
  const shown = useRef<typeof place>(null)
  useEffect(() => {
    if (place.messageId === undefined || shown.current === place) return
    const row = content.current?.querySelector<HTMLElement>(`[data-message="${CSS.escape(place.messageId)}"]`)
    if (row === undefined || row === null) return
    shown.current = place
    show(row)
  }, [place, messages, content, show])
}

type MessageLogProps = {
  readonly threadId: string
  readonly conversation: Conversation
  readonly busy: boolean
  /** The message box. */
  readonly input: RefObject<HTMLTextAreaElement | null>
}

/** The conversation itself. It follows its end until the person scrolls up. */
export const MessageLog = ({ threadId, conversation, busy, input }: MessageLogProps): ReactNode => {
  // The end of a long conversation is painted first, the rest follows when there is time.
  const messages = useDeferredValue(conversation.messages, conversation.messages.slice(-nearRows))
  const { scroller, content, atEnd, toEnd, show, keep } = useFollowEnd(threadId, messages[0]?.id)
  const places = useMemo(() => ({ log: scroller, input, show, keep }), [scroller, input, show, keep])
  useSought({ content, show }, messages)
  return (
    <>
      <div className="relative min-h-0 flex-1">
        <div
          ref={scroller}
          role="log"
          aria-label={en.chat.log}
          aria-busy={busy}
          tabIndex={0}
          className="h-full overflow-y-auto -outline-offset-2 [scrollbar-gutter:stable_both-edges]"
        >
          <div
            ref={content}
            className="mx-auto grid max-w-184 gap-6 px-6 pt-6 pb-8 max-[46rem]:px-4 [@media(height<30rem)]:pt-3 [@media(height<30rem)]:pb-3"
          >
            {conversation.before !== undefined && messages.length === conversation.messages.length && (
              <Older threadId={threadId} conversation={conversation} />
            )}
            {messages.map((message, index) => (
              <div
                key={message.id}
                data-message={message.id}
                tabIndex={-1}
                className={index < messages.length - nearRows ? 'far-row' : undefined}
              >
                <MessageView message={message} />
              </div>
            ))}
          </div>
        </div>
        {!atEnd && (
          <div className="fade absolute inset-x-0 bottom-3 flex justify-center">
            <span className="rounded-md bg-surface shadow-mid">
              <Button size="small" onPress={toEnd}>
                <ArrowDown aria-hidden="true" />
                {en.chat.latest}
              </Button>
            </span>
          </div>
        )}
      </div>
      <ReviewBar messages={messages} places={places} />
    </>
  )
}
