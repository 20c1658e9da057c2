import { ArrowDown } from 'lucide-react'
import { Fragment, useCallback, useEffect, useMemo, useRef, type ReactNode, type RefObject } from 'react'
import { useActions, useAppState } from '../../app/use-app'
import type { Message } from '../../../contract/conversation'
import { t } from '../../../language/words'
import { FailureNotice } from '../../failure/failure-notice'
import type { Conversation } from '../../state/conversation'
import { Button } from '../../ui/button'
import { Spinner } from '../../ui/spinner'
import { MessageRow } from './message-row'
import { ReviewBar } from './review-bar'
import { useCardInRow } from './use-card-in-row'
import { useFoundWords } from './use-found-words'
import { useTouchedRows } from './use-kept-rows'
import { useRows } from './use-rows'
import { useFollowEnd, useReached } from './use-scroll'

type OlderProps = {
  readonly threadId: string
  readonly conversation: Conversation
  readonly scroller: RefObject<HTMLDivElement | null>
}

const Older = ({ threadId, conversation, scroller }: OlderProps): ReactNode => {
  const actions = useActions()
  const load = useCallback(() => void actions.loadOlder(threadId), [actions, threadId])
  const mark = useReached(load, { scroller, enabled: conversation.older === 'idle' })
  if (conversation.older === 'failed' && conversation.failure !== undefined) {
    return <FailureNotice failure={conversation.failure} place={{ retry: load }} />
  }
  return (
    <div ref={mark} className="flex justify-center py-1">
      {conversation.older === 'loading' ? (
        <span className="flex items-center gap-2 text-sm text-faint">
          <Spinner />
          {t('chat.loadingOlder')}
        </span>
      ) : (
        <Button tone="quiet" size="small" onPress={load}>
          {t('chat.older')}
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

type RowProps = {
  readonly message: Message | undefined
  readonly index: number
  readonly measure: (row: HTMLElement | null) => void
}

const Row = ({ message, index, measure }: RowProps): ReactNode =>
  message !== undefined && (
    <div ref={measure} data-index={index} className="pb-6">
      <div data-message={message.id} tabIndex={-1}>
        <MessageRow message={message} />
      </div>
    </div>
  )

/** The room of rows that are not in the page. It is nothing to hold on to: its height is a guess in part. */
const LeftOut = ({ px }: { readonly px: number }): ReactNode => (
  <div aria-hidden="true" className="[overflow-anchor:none]" style={{ height: px }} />
)

/** Comes up over what is read: it takes no click that was on its way to something below it. */
const ToLatest = ({ onPress }: { readonly onPress: () => void }): ReactNode => (
  <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
    <span className="fade-in-unpressed pointer-events-auto rounded-md bg-surface shadow-mid">
      <Button size="small" onPress={onPress}>
        <ArrowDown aria-hidden="true" />
        {t('chat.latest')}
      </Button>
    </span>
  </div>
)

type MessageLogProps = {
  readonly threadId: string
  readonly conversation: Conversation
  readonly busy: boolean
  /** The message box. */
  readonly input: RefObject<HTMLTextAreaElement | null>
}

/** The conversation itself. It follows its end until the person scrolls up. */
export const MessageLog = ({ threadId, conversation, busy, input }: MessageLogProps): ReactNode => {
  const { messages } = conversation
  const { scroller, content, atEnd, toEnd, show, keep } = useFollowEnd(threadId, messages[0]?.id)
  const { withCard, row } = useCardInRow(content, messages)
  const touched = useTouchedRows(content)
  const sought = useAppState((state) => state.place.messageId)
  const kept = useMemo(() => [...touched, ...[row, sought].filter((id) => id !== undefined)], [touched, row, sought])
  const { rows, leftOutPx, measure } = useRows({ messages, scroller, atEnd, kept })
  const places = useMemo(
    () => ({ log: scroller, input, withCard, show, keep }),
    [scroller, input, withCard, show, keep],
  )
  useSought({ content, show }, messages)
  useFoundWords(content)
  return (
    <>
      <div className="relative min-h-0 flex-1">
        <div
          ref={scroller}
          role="log"
          aria-label={t('chat.log')}
          aria-busy={busy}
          // Rows that come into the page because somebody scrolls are not news.
          aria-live={atEnd ? 'polite' : 'off'}
          tabIndex={0}
          className="h-full overflow-y-auto -outline-offset-2 [scrollbar-gutter:stable_both-edges]"
        >
          <div
            ref={content}
            className="mx-auto max-w-184 px-6 pt-6 pb-2 max-[46rem]:px-4 [@media(height<30rem)]:pt-3 [@media(height<30rem)]:pb-0"
          >
            {conversation.before !== undefined && (
              <Older threadId={threadId} conversation={conversation} scroller={scroller} />
            )}
            {rows.map(({ index, key, leftOutPx: before }) => (
              <Fragment key={key}>
                {before > 0 && <LeftOut px={before} />}
                <Row message={messages[index]} index={index} measure={measure} />
              </Fragment>
            ))}
            {leftOutPx > 0 && <LeftOut px={leftOutPx} />}
          </div>
        </div>
        {!atEnd && <ToLatest onPress={toEnd} />}
      </div>
      <ReviewBar messages={messages} places={places} />
    </>
  )
}
