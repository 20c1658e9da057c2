import type { ReactNode } from 'react'
import type { ToolCall } from '../../../contract/conversation'
import { t } from '../../../language/words'
import type { Conversation } from '../../state/conversation'
import { callsOf } from '../../state/conversation'
import { callName } from '../../message/call-words'

const needed = (call: ToolCall): string =>
  [
    t('call.needed', { what: callName(call) }),
    ...(call.thirdParty?.copied ?? []).map(({ kind }) => t(`thirdParty.taken.${kind}`)),
  ].join('. ')

const announcement = (conversation: Conversation, running: boolean): string => {
  const pending = callsOf(conversation.messages).find((call) => call.state === 'pending')
  if (pending !== undefined) return needed(pending)
  const last = conversation.messages.at(-1)
  return !running && last?.role === 'assistant' && last.status === 'complete' ? t('chat.answered') : ''
}

/** Says aloud what needs attention, without taking the focus away. */
export const Announcer = ({
  conversation,
  running,
}: {
  readonly conversation: Conversation
  readonly running: boolean
}): ReactNode => (
  <p role="status" className="sr-only">
    {announcement(conversation, running)}
  </p>
)
