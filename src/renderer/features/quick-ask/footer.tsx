import { FlaskConical } from 'lucide-react'
import type { ReactNode } from 'react'
import { t } from '../../../language/words'
import { sandboxText } from '../../app/sandbox'
import { useActions, useAppState } from '../../app/use-app'
import { recallable, shownQuestion } from '../../state/quick-ask'
import { Button } from '../../ui/button'
import { Keys } from '../../ui/keys'
import type { useQuickAsk } from './use-quick-ask'

type View = ReturnType<typeof useQuickAsk>

const Hint = ({ keys, children }: { readonly keys: readonly string[]; readonly children: string }): ReactNode => (
  <li className="inline-flex items-center gap-1.5 whitespace-nowrap">
    <Keys keys={keys} />
    {children}
  </li>
)

const Hints = ({ text }: { readonly text: string }): ReactNode => {
  const state = useAppState(({ quickAsk }) => quickAsk)
  const shown = shownQuestion(state, text)
  const count = recallable(state).length
  return (
    <>
      <span role="status" className="sr-only">
        {shown === -1 ? '' : t('quickAsk.recalled', { number: shown + 1, count })}
      </span>
      <ul role="list" aria-label={t('quickAsk.keys')} className="flex flex-wrap items-center gap-x-3.5 gap-y-1 py-1">
        {shown !== -1 && <Hint keys={['↑', '↓']}>{t('quickAsk.recalled', { number: shown + 1, count })}</Hint>}
        {shown === -1 && count > 0 && <Hint keys={['↑']}>{t('quickAsk.earlier')}</Hint>}
        <Hint keys={['↵']}>{t('quickAsk.asks')}</Hint>
        <Hint keys={['Esc']}>{t('quickAsk.hides')}</Hint>
      </ul>
    </>
  )
}

const ThreadButtons = ({ view, threadId }: { readonly view: View; readonly threadId: string }): ReactNode => {
  const actions = useActions()
  return (
    <>
      {view.running && (
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
  )
}

/** The last line: that the data is not real, and what can be done from here. */
export const Footer = ({ view }: { readonly view: View }): ReactNode => {
  const sandbox = useAppState(({ app }) => (app === null ? null : sandboxText(app)))
  return (
    <footer className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line bg-sunken px-5 py-1.5 text-xs text-faint">
      <span className="flex min-w-40 flex-1 items-center gap-1.5 font-medium text-accent-ink">
        {sandbox !== null && <FlaskConical aria-hidden="true" className="size-3.5 shrink-0" />}
        {sandbox}
      </span>
      {view.threadId === null ? (
        <Hints text={view.draft.text} />
      ) : (
        <ThreadButtons view={view} threadId={view.threadId} />
      )}
    </footer>
  )
}
