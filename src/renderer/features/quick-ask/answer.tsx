import { useLayoutEffect, useRef, type ReactNode } from 'react'
import type { Message } from '../../../contract/conversation'
import { t } from '../../../language/words'
import { MessageView } from '../../message/message-view'

/** The answers of the quick-ask window, newest in sight. */
export const Answer = ({
  messages,
  busy,
}: {
  readonly messages: readonly Message[]
  readonly busy: boolean
}): ReactNode => {
  const log = useRef<HTMLDivElement>(null)
  const following = useRef(true)
  useLayoutEffect(() => {
    if (following.current && log.current !== null) log.current.scrollTop = log.current.scrollHeight
  }, [messages])
  return (
    <div
      ref={log}
      role="log"
      aria-label={t('chat.log')}
      aria-busy={busy}
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        following.current = scrollHeight - scrollTop - clientHeight < 48
      }}
      className="max-h-112 overflow-y-auto border-t border-line -outline-offset-2"
    >
      <div className="grid gap-4 px-5 py-4">
        {messages.map((message) => (
          <MessageView key={message.id} message={message} />
        ))}
      </div>
    </div>
  )
}
