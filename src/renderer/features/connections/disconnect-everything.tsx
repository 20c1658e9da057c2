import { ShieldCheck } from 'lucide-react'
import { Suspense, useState, type ReactNode } from 'react'
import type { Connection, DisconnectedAll } from '../../../contract/connections'
import type { Failure } from '../../../contract/failure'
import { formatList, formatTime } from '../../../language/formats'
import { t } from '../../../language/words'
import { useActions } from '../../app/use-app'
import { FailureNotice } from '../../failure/failure-notice'
import { failureSentence } from '../../failure/failure-words'
import { ownName } from '../../state/connections'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { lazyComponent } from '../../ui/lazy-component'
import { Spinner } from '../../ui/spinner'

const QuestionDialog = lazyComponent(async () => (await import('../../ui/question-dialog')).QuestionDialog)

type Progress =
  | { readonly kind: 'resting' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'working' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'read'; readonly result: DisconnectedAll }

const fullName = ({ name, providerName }: { readonly name: string; readonly providerName: string }): string => {
  const own = ownName({ name, providerName })
  return own === null ? providerName : `${providerName} (${own})`
}

const Left = ({ result, onAgain }: { readonly result: DisconnectedAll; readonly onAgain: () => void }): ReactNode => (
  <Banner
    tone="problem"
    announce
    actions={
      <Button size="small" onPress={onAgain}>
        {t('stopping.again')}
      </Button>
    }
  >
    <p>{t('stopping.left', { count: result.left.length, time: formatTime(result.readAt) })}</p>
    <ul className="mt-1 list-disc ps-5">
      {result.left.map(({ connection, providerName, failure }) => (
        <li key={connection} className="wrap-anywhere">
          {fullName({ name: connection, providerName })}:{' '}
          {failure === undefined ? t('stopping.unknownReason') : failureSentence(failure)}
        </li>
      ))}
    </ul>
  </Banner>
)

const Outcome = ({ progress, onAgain }: { readonly progress: Progress; readonly onAgain: () => void }): ReactNode => {
  switch (progress.kind) {
    case 'resting':
    case 'asking':
      return null
    case 'working':
      return (
        <p role="status" className="flex items-center gap-2 text-sm text-muted">
          <Spinner />
          {t('stopping.working')}
        </p>
      )
    case 'failed':
      return <FailureNotice failure={progress.failure} announce place={{ retry: onAgain }} />
    case 'read':
      if (progress.result.left.length > 0) return <Left result={progress.result} onAgain={onAgain} />
      return (
        <p role="status" className="flex items-center gap-2 text-sm font-medium select-text">
          <ShieldCheck aria-hidden="true" className="size-4 text-accent-ink" />
          {t('stopping.proof', { time: formatTime(progress.result.readAt) })}
        </p>
      )
  }
}

/** The way to take every access back at once, and the proof that it is gone. */
export const DisconnectEverything = ({ connections }: { readonly connections: readonly Connection[] }): ReactNode => {
  const actions = useActions()
  const [progress, setProgress] = useState<Progress>({ kind: 'resting' })
  const work = (): void => {
    setProgress({ kind: 'working' })
    void actions.disconnectAll().then((reply) => {
      setProgress(reply.ok ? { kind: 'read', result: reply.value } : { kind: 'failed', failure: reply.failure })
    })
  }
  const names = connections.filter(({ status }) => status !== 'not-connected').map(fullName)
  return (
    <section aria-label={t('stopping.disconnect')} className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-60 flex-1 text-sm text-muted">{t('stopping.lead')}</p>
        <Button
          disabled={progress.kind === 'working'}
          onPress={() => {
            setProgress({ kind: 'asking' })
          }}
        >
          {t('stopping.disconnect')}
        </Button>
      </div>
      <Outcome progress={progress} onAgain={work} />
      {progress.kind === 'asking' && (
        <Suspense>
          <QuestionDialog
            title={t('stopping.title')}
            yes={t('stopping.confirm')}
            no={t('stopping.keep')}
            tone="danger"
            onAnswer={(yes) => {
              if (yes) work()
              else setProgress({ kind: 'resting' })
            }}
          >
            <p>{names.length === 0 ? t('stopping.goesNone') : t('stopping.goes', { names: formatList(names) })}</p>
            <p className="mt-2">{t('stopping.also')}</p>
          </QuestionDialog>
        </Suspense>
      )}
    </section>
  )
}
