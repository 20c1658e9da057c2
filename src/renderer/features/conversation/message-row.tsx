import { memo, useEffect, useRef, type ReactNode } from 'react'
import type { Message } from '../../../contract/conversation'
import { useAppState } from '../../app/use-app'
import { MessageView } from '../../message/message-view'
import { editOf } from '../../state/edits'
import { classNames } from '../../ui/class-names'
import { EditBox } from './edit-box'
import { hasTools, MessageTools } from './message-tools'

/** One message of a conversation, with what can be done with it. */
export const MessageRow = memo(({ message }: { readonly message: Message }): ReactNode => {
  const edit = editOf(
    useAppState(({ edits }) => edits[message.id]),
    message,
  )
  const editor = useRef<HTMLButtonElement>(null)
  const open = edit?.open === true
  const wasOpen = useRef(open)
  useEffect(() => {
    if (wasOpen.current && !open) editor.current?.focus()
    wasOpen.current = open
  }, [open])
  if (edit !== undefined && open) return <EditBox message={message} edit={edit} />
  return (
    <div className={classNames('group/message', !hasTools(message) && 'pb-1')}>
      <MessageView message={message} />
      {hasTools(message) && <MessageTools message={message} editor={editor} />}
    </div>
  )
})
MessageRow.displayName = 'MessageRow'
