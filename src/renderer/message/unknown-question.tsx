import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ToolCall } from '../../contract/conversation'
import type { Failure } from '../../contract/failure'
import { formatExactTime } from '../../language/formats'
import { t } from '../../language/words'
import { useActions } from '../app/use-app'
import { FailureText } from '../failure/failure-notice'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { readable } from './argument-fields'
import { callPlace } from './call-words'
import { cellText } from './result-summary'

const lostAnswer = (call: ToolCall): Failure => ({
  code: 'outcome-unknown',
  subject: call.providerName,
  action: { kind: 'read-back' },
})

const mostFacts = 6

const whereOf = (call: ToolCall): string => {
  const { label, workspace, object } = call.account
  return [label ?? call.person.name, workspace, object, callPlace(call)]
    .filter((part) => part !== undefined)
    .join(' · ')
}

const factsOf = (call: ToolCall): readonly (readonly [string, string])[] => [
  [t('call.sentWhat'), call.title],
  [t('call.sentWhen'), formatExactTime(call.approvedAt ?? call.startedAt)],
  [t('call.sentTo'), whereOf(call)],
  ...Object.entries(call.args)
    .slice(0, mostFacts)
    .map(([name, value]) => [readable(name), cellText(value)] as const),
]

const Facts = ({ call }: { readonly call: ToolCall }): ReactNode => (
  <dl className="mt-2 grid gap-0.5">
    {factsOf(call).map(([name, value]) => (
      <div key={name} className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-2">
        <dt className="text-muted">{name}</dt>
        <dd className="line-clamp-3 wrap-anywhere select-text">{value}</dd>
      </div>
    ))}
  </dl>
)

/** A call whose outcome nobody knows: what was sent, when and to whom, and who can tell what became of it. */
export const UnknownQuestion = ({ call, busy }: { readonly call: ToolCall; readonly busy: boolean }): ReactNode => {
  const actions = useActions()
  const { link, readBack } = call
  return (
    <Banner
      tone="problem"
      actions={
        <>
          <Button size="small" disabled={busy} onPress={() => void actions.settle(call, true)}>
            {t('call.wasDone')}
          </Button>
          <Button size="small" disabled={busy} onPress={() => void actions.settle(call, false)}>
            {t('call.wasNotDone')}
          </Button>
          <Button size="small" disabled={busy} onPress={() => void actions.readBack(call)}>
            {t('call.lookAgain')}
          </Button>
          {link !== undefined && (
            <Button
              size="small"
              tone="quiet"
              onPress={() => {
                actions.askToOpenLink(link)
              }}
            >
              <ExternalLink aria-hidden="true" />
              {t('call.lookThere', { provider: call.providerName })}
            </Button>
          )}
        </>
      }
    >
      <FailureText failure={call.failure ?? lostAnswer(call)} />
      {readBack !== undefined && <p className="mt-1 text-muted">{t(`call.readBacks.${readBack}`)}</p>}
      <Facts call={call} />
      <p className="mt-2 font-medium">{t('call.whatHappened')}</p>
    </Banner>
  )
}
