import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ToolCall } from '../../contract/conversation'
import { useAppState } from '../app/use-app'
import { approvalOf } from '../state/approvals'
import { en } from '../strings/en'
import { Badge } from '../ui/badge'
import { Monogram } from '../ui/monogram'
import { FailureNotice } from '../failure/failure-notice'
import { CallFailure, UnknownOutcome } from './call-failure'
import { CallDetails, CallState } from './call-line'
import { callName } from './call-words'
import { resultId } from './result-summary'
import { WhoseName } from './whose-name'

const Outcome = ({ call, busy }: { readonly call: ToolCall; readonly busy: boolean }): ReactNode => {
  if (call.state === 'unknown') return <UnknownOutcome call={call} busy={busy} />
  if (call.failure === undefined || call.state === 'done') return null
  return <CallFailure call={call} failure={call.failure} />
}

const ResultId = ({ call }: { readonly call: ToolCall }): ReactNode => {
  const id = call.state === 'done' && call.result !== undefined ? resultId(call.result.value) : undefined
  if (id === undefined) return null
  return (
    <Badge tone="good">
      {en.call.id} <span className="font-mono select-text">{id}</span>
    </Badge>
  )
}

/** A call that was decided: what became of it, in the place where the decision was taken. */
export const DecidedCard = ({ call }: { readonly call: ToolCall }): ReactNode => {
  const approval = useAppState((state) => approvalOf(state.approvals, call.id))
  return (
    <div
      role="group"
      aria-label={`${callName(call)}: ${en.call.states[call.state]}`}
      className="grid gap-3 rounded-xl border border-line bg-surface p-3.5 shadow-low"
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Monogram name={call.providerName} />
        <div className="grid min-w-40 flex-1 gap-0.5">
          <h2 className="leading-snug font-semibold tracking-tight wrap-anywhere">{callName(call)}</h2>
          <span className="flex flex-wrap items-center gap-2">
            <CallState call={call} />
            <ResultId call={call} />
            {call.edited && <Badge>{en.call.edited}</Badge>}
          </span>
        </div>
      </header>
      <Outcome call={call} busy={approval.deciding} />
      {approval.failure !== undefined && <FailureNotice failure={approval.failure} announce bare />}
      <details className="group/details">
        <summary className="inline-flex items-center gap-1 rounded-sm text-xs font-medium text-muted hover:text-ink">
          <ChevronRight aria-hidden="true" className="size-3.5 transition-transform group-open/details:rotate-90" />
          {en.call.details}
        </summary>
        <div className="grid gap-3 pt-3">
          <WhoseName call={call} />
          <CallDetails call={call} />
        </div>
      </details>
    </div>
  )
}
