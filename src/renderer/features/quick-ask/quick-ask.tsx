import { Suspense, useEffect, useRef, type ReactNode, type RefObject } from 'react'
import type { AppState } from '../../../contract/app-state'
import { t } from '../../../language/words'
import { sandboxText } from '../../app/sandbox'
import { useActions, useAppState } from '../../app/use-app'
import { AskField } from '../../ask/ask-field'
import { FailureNotice } from '../../failure/failure-notice'
import { Button } from '../../ui/button'
import { Mark } from '../../ui/mark'
import { Spinner } from '../../ui/spinner'
import { lazyComponent } from '../../ui/lazy-component'
import { useFittingHeight } from './use-fitting-height'
import { useQuickAsk } from './use-quick-ask'

const loadAnswer = async () => (await import('./answer')).Answer

const Answer = lazyComponent(loadAnswer)

/** Fetches the code of answers before the first question. */
export const warmAnswer = (): void => void loadAnswer()

type View = ReturnType<typeof useQuickAsk>

const useQuickAskKeys = (input: RefObject<HTMLTextAreaElement | null>): void => {
  const actions = useActions()
  useEffect(() => {
    input.current?.focus()
    return actions.onQuickAskShown(() => {
      input.current?.focus()
    })
  }, [actions, input])
  useEffect(() => {
    const hide = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('[role=alertdialog]') !== null)
        return
      actions.keepDrafts()
      actions.hideQuickAsk()
    }
    addEventListener('keydown', hide)
    return () => {
      removeEventListener('keydown', hide)
    }
  }, [actions])
}

const Question = ({
  view,
  input,
}: {
  readonly view: View
  readonly input: RefObject<HTMLTextAreaElement | null>
}): ReactNode => {
  const actions = useActions()
  return (
    <div className="flex items-start gap-3.5 px-5 py-4">
      {view.running ? (
        <span className="flex size-7 shrink-0 items-center justify-center text-accent-ink">
          <Spinner />
        </span>
      ) : (
        <Mark className="size-7 shrink-0" />
      )}
      <AskField
        input={input}
        label={t('quickAnswer.label')}
        placeholder={t('quickAnswer.placeholder')}
        text={view.draft.text}
        onType={(text) => {
          actions.type(view.threadId, text)
        }}
        onSend={view.ask}
        choices="under"
        className="max-h-40 min-h-7 text-xl leading-7"
      />
    </div>
  )
}

const SignedOut = (): ReactNode => {
  const actions = useActions()
  return (
    <div className="flex items-center gap-3 border-t border-line px-5 py-3 text-sm text-muted">
      <p className="flex-1">{t('quickAnswer.signedOut')}</p>
      <Button size="small" tone="primary" onPress={() => void actions.signIn()}>
        {t('signIn.button')}
      </Button>
    </div>
  )
}

const Footer = ({ view, app }: { readonly view: View; readonly app: AppState | null }): ReactNode => {
  const actions = useActions()
  const { threadId, running } = view
  const sandbox = app === null ? null : sandboxText(app)
  return (
    <footer className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line bg-sunken px-5 py-1.5 text-xs text-faint">
      <span className="min-w-40 flex-1 font-medium text-accent-ink">{sandbox}</span>
      {threadId === null ? (
        <span className="py-1">{t('quickAnswer.hint')}</span>
      ) : (
        <>
          {running && (
            <Button
              size="small"
              onPress={() => {
                actions.stop(threadId)
              }}
            >
              {t('chat.stop')}
            </Button>
          )}
          <Button size="small" tone="quiet" onPress={view.startOver}>
            {t('quickAnswer.again')}
          </Button>
          <Button
            size="small"
            onPress={() => {
              actions.openInChat(threadId)
            }}
          >
            {t('quickAnswer.open')}
          </Button>
        </>
      )}
    </footer>
  )
}

const Problems = ({ view }: { readonly view: View }): ReactNode => {
  const actions = useActions()
  const alerts = useAppState((state) => state.alerts)
  const { failure } = view.draft
  if (failure === undefined && alerts.length === 0) return null
  return (
    <div className="grid gap-2 border-t border-line px-5 py-3">
      {failure !== undefined && <FailureNotice failure={failure} announce place={{ retry: view.ask }} />}
      {alerts.map((alert) => (
        <FailureNotice
          key={alert.id}
          failure={alert.failure}
          announce
          place={{
            retry: () => {
              actions.retryAlert(alert.id)
            },
            dismiss: () => {
              actions.dismissAlert(alert.id)
            },
          }}
        />
      ))}
    </div>
  )
}

/** The quick-ask window: a question from anywhere, answered in place. */
export const QuickAsk = (): ReactNode => {
  const app = useAppState((state) => state.app)
  const view = useQuickAsk()
  const input = useRef<HTMLTextAreaElement>(null)
  const content = useRef<HTMLElement>(null)
  useQuickAskKeys(input)
  useFittingHeight(content)
  const signedOut = app !== null && app.session.kind !== 'signed-in' && app.session.kind !== 'restoring'
  return (
    <main ref={content} className="border border-line bg-surface">
      <h1 className="sr-only">{t('quickAnswer.label')}</h1>
      <Question view={view} input={input} />
      {signedOut && <SignedOut />}
      <Problems view={view} />
      {view.conversation !== undefined && view.conversation.messages.length > 0 && (
        <Suspense>
          <Answer messages={view.conversation.messages} busy={view.running} />
        </Suspense>
      )}
      <Footer view={view} app={app} />
    </main>
  )
}
