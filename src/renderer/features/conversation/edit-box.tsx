import { useRef, type ReactNode } from 'react'
import type { Message } from '../../../contract/conversation'
import { t } from '../../../language/words'
import { useActions } from '../../app/use-app'
import { FailureNotice } from '../../failure/failure-notice'
import { FileChips } from '../../message/file-chips'
import { keptFiles } from '../../state/edits'
import type { MessageEdit } from '../../state/message-edit'
import { Button } from '../../ui/button'
import { ChangeBox } from './change-box'
import { LeftBehindText } from './left-behind-text'

const maximumLength = 100_000

/** A message of the person while they change it. */
export const EditBox = ({ message, edit }: { readonly message: Message; readonly edit: MessageEdit }): ReactNode => {
  const actions = useActions()
  const field = useRef<HTMLTextAreaElement>(null)
  const ready = edit.text.trim() !== '' && edit.text.length <= maximumLength && !edit.sending
  const send = (): void => {
    if (ready) void actions.sendEdit(message)
  }
  return (
    <form
      aria-label={t('messages.editing')}
      className="grid gap-2 rounded-2xl border border-edge bg-surface p-2 shadow-mid focus-within:border-accent focus-within:ring-3 focus-within:ring-accent-soft"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <ChangeBox
        field={field}
        label={t('messages.editing')}
        text={edit.text}
        onType={(text) => {
          actions.typeEdit(message, text)
        }}
        onSend={send}
        onCancel={() => {
          actions.cancelEdit(message)
        }}
        className="max-h-[min(16rem,38dvh)] min-h-8 bg-transparent leading-6"
      />
      <FileChips
        files={keptFiles(message, edit)}
        onRemove={(id) => {
          actions.leaveOutFile(message, id)
          field.current?.focus()
        }}
        className="px-2"
      />
      {edit.failure !== undefined && <FailureNotice failure={edit.failure} announce place={{ retry: send }} />}
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-40 flex-1 px-2 text-xs text-muted">
          <LeftBehindText {...actions.leftBehind(message)} />
        </div>
        <Button
          size="small"
          onPress={() => {
            actions.cancelEdit(message)
          }}
        >
          {t('messages.cancel')}
        </Button>
        <Button size="small" tone="primary" type="submit" disabled={!ready}>
          {t('messages.save')}
        </Button>
      </div>
    </form>
  )
}
