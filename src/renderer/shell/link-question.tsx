import { Suspense, type ReactNode } from 'react'
import { t } from '../../language/words'
import { useActions, useAppState } from '../app/use-app'
import { lazyComponent } from '../ui/lazy-component'

const QuestionDialog = lazyComponent(async () => (await import('../ui/question-dialog')).QuestionDialog)

/** Asks before an address from a conversation is opened in the browser, and shows all of it. */
export const LinkQuestion = (): ReactNode => {
  const actions = useActions()
  const link = useAppState((state) => state.link)
  if (link === null) return null
  return (
    <Suspense>
      <QuestionDialog
        title={t('shell.link.title')}
        yes={t('shell.link.open')}
        no={t('shell.link.cancel')}
        onAnswer={actions.answerLink}
      >
        <p className="mb-2">{t('shell.link.text')}</p>
        <p className="mb-2">
          {t('shell.link.host')} <strong className="font-semibold wrap-anywhere text-ink">{new URL(link).host}</strong>
        </p>
        <code
          role="group"
          tabIndex={0}
          aria-label={t('shell.link.address')}
          className="block max-h-40 overflow-auto rounded-md border border-line bg-sunken px-2.5 py-2 font-mono text-xs wrap-anywhere text-ink"
        >
          {link}
        </code>
      </QuestionDialog>
    </Suspense>
  )
}
