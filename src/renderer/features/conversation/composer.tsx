import { ArrowUp, Square } from 'lucide-react'
import { Suspense, useEffect, type ReactNode, type RefObject } from 'react'
import { t } from '../../../language/words'
import { useActions, useAppState } from '../../app/use-app'
import { AskField } from '../../ask/ask-field'
import { AttachButton, pasteFiles } from '../../ask/attaching'
import { DraftFiles, DropHint, RefusedByDraft, useDraftFiles } from '../../ask/draft-files'
import { FailureNotice } from '../../failure/failure-notice'
import type { DraftOwner } from '../../state/action'
import { draftOf, type Draft } from '../../state/drafts'
import { IconButton } from '../../ui/icon-button'
import { lazyComponent } from '../../ui/lazy-component'

const QueueList = lazyComponent(async () => (await import('./queue-list')).QueueList)

const maximumLength = 100_000

type ComposerProps = {
  readonly threadId: DraftOwner
  readonly running: boolean
  readonly input: RefObject<HTMLTextAreaElement | null>
  readonly onSent: (threadId: string) => void
}

const useKeepDrafts = (): void => {
  const actions = useActions()
  useEffect(() => {
    const keep = (): void => {
      actions.keepDrafts()
    }
    addEventListener('pagehide', keep)
    addEventListener('blur', keep)
    return () => {
      keep()
      removeEventListener('pagehide', keep)
      removeEventListener('blur', keep)
    }
  }, [actions])
}

const SendOrStop = ({
  threadId,
  running,
  ready,
}: {
  readonly threadId: DraftOwner
  readonly running: boolean
  readonly ready: boolean
}): ReactNode => {
  const actions = useActions()
  if (running && threadId !== null) {
    return (
      <>
        {ready && (
          <IconButton key="queue" label={t('queue.add')} round type="submit">
            <ArrowUp />
          </IconButton>
        )}
        <IconButton
          key="stop"
          label={t('chat.stop')}
          tone="accent"
          round
          onPress={() => {
            actions.stop(threadId)
          }}
        >
          <Square fill="currentColor" className="scale-75" />
        </IconButton>
      </>
    )
  }
  return (
    <IconButton key="send" label={t('chat.send')} tone="accent" round type="submit" disabled={!ready}>
      <ArrowUp />
    </IconButton>
  )
}

const isReady = ({ text, sending, attaching }: Draft): boolean =>
  text.trim() !== '' && !sending && !attaching && text.length <= maximumLength

/** The message box. What is typed is kept until it has been stored as a message. */
export const Composer = ({ threadId, running, input, onSent }: ComposerProps): ReactNode => {
  const actions = useActions()
  const draft = useAppState((state) => draftOf(state.drafts, threadId))
  const queue = useAppState(({ queues }) => queues[threadId ?? ''])
  useKeepDrafts()
  const files = useDraftFiles(threadId)
  const over = draft.text.length - maximumLength
  const ready = isReady(draft)
  const send = async (): Promise<void> => {
    if (!ready) return
    const sentTo = await actions.send(threadId)
    if (sentTo !== null) onSent(sentTo)
  }
  return (
    <div className="mx-auto grid w-full max-w-184 gap-2 px-6 pb-4 max-[46rem]:px-3 max-[46rem]:pb-2 [@media(height<30rem)]:pb-1.5">
      {draft.failure !== undefined && (
        <FailureNotice
          failure={draft.failure}
          announce
          place={{
            retry: () => void send(),
            dismiss: () => {
              actions.dismissDraftFailure(threadId)
            },
          }}
        />
      )}
      {queue !== undefined && queue.messages.length > 0 && (
        <Suspense>
          <QueueList queue={queue} />
        </Suspense>
      )}
      <RefusedByDraft owner={threadId} draft={draft} input={input} />
      <form
        onPaste={(event) => {
          pasteFiles(event, files.onFiles)
        }}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
        className="relative flex flex-wrap items-end gap-2 rounded-2xl border border-edge bg-surface p-2 shadow-mid transition-colors focus-within:border-accent focus-within:ring-3 focus-within:ring-accent-soft"
      >
        <DraftFiles owner={threadId} draft={draft} input={input} className="w-full px-1 pt-0.5" />
        <AttachButton onFiles={files.onFiles} />
        <AskField
          input={input}
          label={t('chat.message')}
          placeholder={t('chat.placeholder')}
          text={draft.text}
          onType={(text) => {
            actions.type(threadId, text)
          }}
          onSend={() => void send()}
          choices="above"
          className="max-h-[min(16rem,38dvh)] min-h-8 px-2 py-1 leading-6"
        />
        <SendOrStop threadId={threadId} running={running} ready={ready} />
        {files.over && <DropHint className="rounded-2xl" />}
      </form>
      <p className="text-center text-xs text-faint [@media(height<32rem)]:hidden">
        {over > 0 ? (
          <span role="alert" className="font-medium text-danger-ink">
            {t('chat.tooLong', { count: over })}
          </span>
        ) : (
          t('chat.hint')
        )}
      </p>
    </div>
  )
}
