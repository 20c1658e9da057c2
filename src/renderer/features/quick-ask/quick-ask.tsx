import { Suspense, useEffect, useRef, type ReactNode, type RefObject } from 'react'
import { t } from '../../../language/words'
import { useActions, useAppState } from '../../app/use-app'
import { AskField } from '../../ask/ask-field'
import { AttachButton, pasteFiles } from '../../ask/attaching'
import { DraftFiles, DropHint, RefusedByDraft, useDraftFiles } from '../../ask/draft-files'
import { FailureNotice } from '../../failure/failure-notice'
import { Button } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import { Mark } from '../../ui/mark'
import { Spinner } from '../../ui/spinner'
import { lazyComponent } from '../../ui/lazy-component'
import { isFromLink } from '../../state/quick-ask'
import { Footer } from './footer'
import { FromLink, LinkOffer } from './from-link'
import { useFittingHeight } from './use-fitting-height'
import { useLinkGuard } from './use-link-guard'
import { useQuickAsk } from './use-quick-ask'
import { useRecall } from './use-recall'
import { WorksIn } from './works-in'

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

type QuestionProps = { readonly view: View; readonly input: RefObject<HTMLTextAreaElement | null> }

const Question = ({ view, input }: QuestionProps): ReactNode => {
  const actions = useActions()
  const onKeyDown = useRecall(view.threadId)
  const files = useDraftFiles(view.threadId)
  return (
    <div
      className="relative flex items-start gap-3.5 px-5 py-4"
      onPaste={(event) => {
        pasteFiles(event, files.onFiles)
      }}
    >
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
        onKeyDown={onKeyDown}
        className="max-h-40 min-h-7 text-xl leading-7"
      />
      <AttachButton onFiles={files.onFiles} onDialog={actions.holdQuickAsk} />
      {files.over && <DropHint />}
    </div>
  )
}

/** What is attached to the question, and what could not be. */
const Attached = ({ view, input }: QuestionProps): ReactNode => {
  const { draft, threadId: owner } = view
  const shown = { owner, draft, input }
  return (
    <div className={classNames('grid gap-2 px-5', draft.files.length + draft.refused.length > 0 && 'pb-3')}>
      <DraftFiles {...shown} />
      <RefusedByDraft {...shown} />
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

/** What a link brought: in the field, or beside it while that is in use. */
const Links = ({ view }: { readonly view: View }): ReactNode => {
  const actions = useActions()
  const person = useAppState(({ owner }) => owner)
  const state = useAppState(({ quickAsk }) => quickAsk)
  useEffect(() => {
    if (person === null) return
    void actions.takeAsked()
    return actions.onAsked(() => void actions.takeAsked())
  }, [actions, person])
  const used = view.threadId === null && isFromLink(state, view.draft.text) ? state.used : null
  useLinkGuard(used?.at ?? null)
  return (
    <>
      {used !== null && <FromLink asked={used} />}
      {state.offered !== null && <LinkOffer asked={state.offered} />}
    </>
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
      <Attached view={view} input={input} />
      <Links view={view} />
      {signedOut && <SignedOut />}
      {!signedOut && view.threadId === null && <WorksIn />}
      <Problems view={view} />
      {view.conversation !== undefined && view.conversation.messages.length > 0 && (
        <Suspense>
          <Answer messages={view.conversation.messages} busy={view.running} />
        </Suspense>
      )}
      <Footer view={view} />
    </main>
  )
}
