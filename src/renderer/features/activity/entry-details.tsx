import type { ReactNode } from 'react'
import type { ActivityEntry, ActivityStep, LookUp } from '../../../contract/activity'
import { formatExactTime } from '../../../language/formats'
import { t } from '../../../language/words'
import { durationText } from '../../message/call-words'
import { JsonView } from '../../message/json-view'

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode => (
  <div className="grid grid-cols-[9rem_minmax(0,1fr)] gap-x-3">
    <dt className="text-faint">{name}</dt>
    <dd className="wrap-anywhere select-text">{children}</dd>
  </div>
)

const accountText = ({ account }: ActivityEntry['call']): string | null => {
  const parts = [account.label, account.email, account.workspace, account.object].filter((part) => part !== undefined)
  return parts.length === 0 ? null : parts.join(' · ')
}

const deciderOf = ({ decision, call }: ActivityEntry): string | null => {
  if (decision === 'automatic') return t('activity.byItself')
  if (decision === 'refused') return t('activity.byApp')
  return decision === 'waiting' ? null : call.person.name
}

const Step = ({ step }: { readonly step: ActivityStep }): ReactNode => (
  <li>
    <p>
      {t('activity.step', { number: step.number })} ·{' '}
      <time dateTime={new Date(step.at).toISOString()}>{formatExactTime(step.at)}</time> ·{' '}
      {t(`activity.decisions.${step.decision}`)} · {t(`call.states.${step.state}`)}
      {step.readBack !== undefined && ` · ${t(`call.readBacks.${step.readBack}`)}`}
    </p>
    <code className="font-mono text-faint wrap-anywhere select-text">{step.hash}</code>
  </li>
)

const LookUpLine = ({ lookUp }: { readonly lookUp: LookUp }): ReactNode => (
  <li>
    <p>
      {t('activity.step', { number: lookUp.number })} ·{' '}
      <time dateTime={new Date(lookUp.at).toISOString()}>{formatExactTime(lookUp.at)}</time> · {lookUp.title} ·{' '}
      {t(`call.states.${lookUp.state}`)}
      {lookUp.durationMs !== undefined && ` · ${durationText(lookUp.durationMs)}`}
    </p>
    <p className="font-mono text-faint wrap-anywhere select-text">
      {lookUp.tool} {JSON.stringify(lookUp.args)}
    </p>
    {lookUp.executionId !== undefined && (
      <p className="wrap-anywhere select-text">
        {t('activity.execution')}: <code className="font-mono">{lookUp.executionId}</code>
      </p>
    )}
    <code className="font-mono text-faint wrap-anywhere select-text">{lookUp.hash}</code>
  </li>
)

const LookUps = ({ lookUps }: { readonly lookUps: readonly LookUp[] }): ReactNode =>
  lookUps.length === 0 ? null : (
    <section className="grid gap-1.5" aria-label={t('activity.lookUps')}>
      <h2 className="font-medium text-ink">{t('activity.lookUps')}</h2>
      <ol className="grid gap-1.5">
        {lookUps.map((lookUp) => (
          <LookUpLine key={lookUp.number} lookUp={lookUp} />
        ))}
      </ol>
    </section>
  )

/** What the entry of a call knows: whose account, with what, for how long, and each entry of the log about it. */
export const EntryDetails = ({ entry }: { readonly entry: ActivityEntry }): ReactNode => {
  const { call, steps } = entry
  const last = steps.at(-1)
  const account = accountText(call)
  const decider = deciderOf(entry)
  return (
    <div className="mt-2 grid gap-3 text-xs text-muted">
      <dl className="grid gap-1">
        {account !== null && <Fact name={t('activity.account')}>{account}</Fact>}
        {decider !== null && <Fact name={t('activity.decidedBy')}>{decider}</Fact>}
        {last?.grant !== undefined && <Fact name={t('activity.grant')}>{last.grant}</Fact>}
        <Fact name={t('activity.started')}>{formatExactTime(call.startedAt)}</Fact>
        {last?.durationMs !== undefined && <Fact name={t('activity.duration')}>{durationText(last.durationMs)}</Fact>}
        {call.executionId !== undefined && (
          <Fact name={t('activity.execution')}>
            <code className="font-mono">{call.executionId}</code>
          </Fact>
        )}
        <Fact name={t('activity.argumentsHash')}>
          <code className="font-mono">{call.argsHash}</code>
        </Fact>
      </dl>
      <JsonView label={t('activity.arguments')} value={call.args} />
      <ol aria-label={t('activity.steps')} className="grid gap-1.5">
        {steps.map((step) => (
          <Step key={step.number} step={step} />
        ))}
      </ol>
      <LookUps lookUps={entry.lookUps} />
    </div>
  )
}
