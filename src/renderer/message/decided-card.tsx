import { ChevronRight } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import type { ToolCall } from '../../contract/conversation'
import { t } from '../../language/words'
import { useAppState } from '../app/use-app'
import { approvalOf } from '../state/approvals'
import { Badge } from '../ui/badge'
import { Monogram } from '../ui/monogram'
import { FailureNotice } from '../failure/failure-notice'
import { CallFailure } from './call-failure'
import { CallDetails, CallState } from './call-line'
import { callName } from './call-words'
import { Changes } from './changes-view'
import { Elapsed } from './elapsed'
import { GrantedLine } from './granted-line'
import { resultId } from './result-summary'
import { UndoOffer } from './undo-offer'
import { UnknownQuestion } from './unknown-question'
import { useOpened } from './use-opened'
import { ThirdPartyNote } from './third-party-note'
import { WhoseName } from './whose-name'

const Outcome = ({ call, busy }: { readonly call: ToolCall; readonly busy: boolean }): ReactNode => {
  if (call.state === 'unknown') return <UnknownQuestion call={call} busy={busy} />
  if (call.failure === undefined || call.state === 'done') return null
  return <CallFailure call={call} failure={call.failure} />
}

const ResultId = ({ call }: { readonly call: ToolCall }): ReactNode => {
  const id = call.state === 'done' && call.result !== undefined ? resultId(call.result.value) : undefined
  if (id === undefined) return null
  return (
    <Badge tone="good">
      {t('call.id')} <span className="font-mono select-text">{id}</span>
    </Badge>
  )
}

const HowKnown = ({ call }: { readonly call: ToolCall }): ReactNode =>
  call.readBack === undefined || call.state === 'unknown' ? null : <Badge>{t(`call.readBacks.${call.readBack}`)}</Badge>

const Summary = ({ call }: { readonly call: ToolCall }): ReactNode => (
  <summary className="flex items-center gap-3 rounded-xl p-3 transition-colors group-open/card:rounded-b-none hover:bg-hover">
    <Monogram name={call.providerName} />
    <div className="grid min-w-0 flex-1 gap-0.5">
      <h2 className="leading-snug font-semibold tracking-tight wrap-anywhere">{callName(call)}</h2>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <CallState call={call} />
        <ResultId call={call} />
        {call.edited && <Badge>{t('call.edited')}</Badge>}
        <HowKnown call={call} />
      </span>
    </div>
    <ChevronRight
      aria-hidden="true"
      className="size-4 shrink-0 text-faint transition-transform group-open/card:rotate-90"
    />
  </summary>
)

/** A call that was decided: what became of it, in the place where the decision was taken. */
export const DecidedCard = ({ call }: { readonly call: ToolCall }): ReactNode => {
  const why = useId()
  const approval = useAppState((state) => approvalOf(state.approvals, call.id))
  const { opened, onToggle } = useOpened()
  return (
    <div
      role="group"
      aria-label={`${callName(call)}: ${t(`call.states.${call.state}`)}`}
      className="rounded-xl border border-line bg-surface shadow-low"
    >
      <details onToggle={onToggle} className="group/card">
        <Summary call={call} />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3 border-t border-line p-3">
          <WhoseName call={call} />
          <Changes call={call} args={call.args} />
          {opened && <CallDetails call={call} />}
          <ThirdPartyNote thirdParty={call.thirdParty} id={why} />
        </div>
      </details>
      <div className="grid gap-2 p-3 pt-0 empty:hidden">
        {call.state === 'sent' && (
          <Elapsed since={call.approvedAt ?? call.startedAt}>
            <p className="text-sm text-muted">{t('call.underWay', { provider: call.providerName })}</p>
          </Elapsed>
        )}
        <GrantedLine call={call} />
        <Outcome call={call} busy={approval.deciding} />
        <UndoOffer call={call} busy={approval.deciding} />
        {approval.failure !== undefined && <FailureNotice failure={approval.failure} announce bare />}
      </div>
    </div>
  )
}
