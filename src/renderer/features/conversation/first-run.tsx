import { Check, SendHorizontal } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import type { Connection } from '../../../contract/connections'
import { t } from '../../../language/words'
import { useActions, useAppState } from '../../app/use-app'
import { firstAskKind, offeredConnections } from '../../state/offered-connections'
import type { RootState } from '../../state/root'
import { classNames } from '../../ui/class-names'
import { Button } from '../../ui/button'
import { Monogram } from '../../ui/monogram'
import { Spinner } from '../../ui/spinner'

const steps = 3

/** Whether somebody is new here: the guide was neither finished nor skipped, and nothing was asked yet. */
export const isNew = ({ app, threads }: RootState): boolean =>
  app?.preferences.guide === 'open' && threads.kind === 'ready' && threads.items.length === 0

/** Ends the guide for good once something was asked, however that came about. */
export const useGuideEnd = (): void => {
  const actions = useActions()
  const over = useAppState(({ app, threads }) => app?.preferences.guide === 'open' && threads.items.length > 0)
  useEffect(() => {
    if (over) void actions.savePreferences({ guide: 'done' })
  }, [over, actions])
}

type StepProps = {
  readonly number: number
  readonly current: number
  readonly title: string
  readonly children?: ReactNode
}

const Mark = ({ number, current }: Pick<StepProps, 'number' | 'current'>): ReactNode => {
  const done = number < current
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'mt-px grid size-5.5 shrink-0 place-content-center rounded-full text-xs font-semibold tabular-nums [&_svg]:size-3.5',
        done ? 'bg-accent-soft text-accent-ink' : 'border',
        number === current ? 'border-accent text-accent-ink' : !done && 'border-line-strong text-faint',
      )}
    >
      {done ? <Check /> : number}
    </span>
  )
}

const Step = ({ number, current, title, children }: StepProps): ReactNode => {
  const done = number < current
  return (
    <li aria-current={number === current ? 'step' : undefined} className="flex items-start gap-3">
      <Mark number={number} current={current} />
      <div className="grid min-w-0 flex-1 gap-2.5">
        <p className={classNames('text-sm wrap-anywhere', number === current ? 'font-medium' : 'text-muted')}>
          {title}
          {done && <span className="sr-only">, {t('firstRun.done')}</span>}
        </p>
        {number === current && children}
      </div>
    </li>
  )
}

const Offer = ({ connection: { name, providerName, connecting } }: { readonly connection: Connection }): ReactNode => {
  const actions = useActions()
  return (
    <li className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5 py-2">
      <Monogram name={providerName} />
      <span className="min-w-28 flex-1 text-sm font-medium">{providerName}</span>
      {connecting && (
        <span role="status" className="flex items-center gap-2 text-sm text-muted">
          <Spinner />
          {t('firstRun.waiting')}
        </span>
      )}
      <Button
        size="small"
        tone={connecting ? 'secondary' : 'primary'}
        onPress={() => {
          actions.connect(name)
        }}
      >
        {t('firstRun.connectNamed', { provider: providerName })}
      </Button>
    </li>
  )
}

const FirstAsk = ({
  text,
  onSent,
}: {
  readonly text: string
  readonly onSent: (threadId: string) => void
}): ReactNode => {
  const actions = useActions()
  return (
    <>
      <p className="text-sm text-pretty text-muted">{t('firstRun.askLead')}</p>
      <div>
        <Button
          tone="primary"
          wrap
          single
          onPress={() => {
            actions.type(null, text)
            void actions.send(null).then((threadId) => {
              if (threadId !== null) onSent(threadId)
            })
          }}
        >
          {text}
          <SendHorizontal aria-hidden="true" className="shrink-0 rtl:-scale-x-100" />
        </Button>
      </div>
    </>
  )
}

/** The way from nothing to the first answer: what is done, what comes next, and the one click that does it. */
const Guide = ({ name, onSent }: { readonly name: string; readonly onSent: (threadId: string) => void }): ReactNode => {
  const actions = useActions()
  const { kind, connections } = useAppState((state) => state.connections)
  const connected = connections.find(({ status }) => status === 'connected')
  const current = connected === undefined ? 2 : steps
  return (
    <section
      aria-label={t('firstRun.title')}
      className="grid gap-4 rounded-xl border border-line bg-surface p-4 shadow-low"
    >
      <div className="flex items-center gap-3">
        <h3 className="text-sm font-semibold">{t('firstRun.title')}</h3>
        <p role="status" className="flex-1 text-xs text-faint">
          {t('firstRun.progress', { step: current, of: steps })}
        </p>
        <Button size="small" tone="quiet" onPress={() => void actions.savePreferences({ guide: 'done' })}>
          {t('firstRun.skip')}
        </Button>
      </div>
      <ol role="list" className="grid gap-3">
        <Step number={1} current={current} title={t('firstRun.signIn', { name })} />
        <Step
          number={2}
          current={current}
          title={
            connected === undefined
              ? t('firstRun.connect')
              : t('firstRun.connected', { provider: connected.providerName })
          }
        >
          <p className="text-sm text-pretty text-muted">{t('firstRun.connectLead')}</p>
          {kind === 'loading' && (
            <p role="status" className="flex items-center gap-2 text-sm text-muted">
              <Spinner />
              {t('firstRun.loading')}
            </p>
          )}
          <ul role="list" className="-my-1 divide-y divide-line">
            {offeredConnections(connections).map((connection) => (
              <Offer key={connection.name} connection={connection} />
            ))}
          </ul>
          <div>
            <Button
              size="small"
              onPress={() => {
                actions.navigate('connections')
              }}
            >
              {t('firstRun.others')}
            </Button>
          </div>
        </Step>
        <Step number={3} current={current} title={t('firstRun.ask')}>
          <FirstAsk
            text={t(`firstRun.asks.${connected === undefined ? 'other' : firstAskKind(connected)}`)}
            onSent={onSent}
          />
        </Step>
      </ol>
    </section>
  )
}

/** The guide for somebody who is new here, or whatever is shown to everybody else. */
export const FirstRun = ({
  name,
  onSent,
  otherwise,
}: {
  readonly name: string
  readonly onSent: (threadId: string) => void
  readonly otherwise: ReactNode
}): ReactNode => (useAppState(isNew) ? <Guide name={name} onSent={onSent} /> : otherwise)
