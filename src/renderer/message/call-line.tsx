import { Ban, Check, ChevronRight, CircleAlert, CircleHelp, Search, Unplug } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ToolCall } from '../../contract/conversation'
import { t } from '../../language/words'
import { Spinner } from '../ui/spinner'
import { CallFailure } from './call-failure'
import { callDuration, isMadeUp } from './call-words'
import { Elapsed } from './elapsed'
import { JsonView } from './json-view'
import { ResultView } from './result-view'
import { useOpened } from './use-opened'

const StateIcon = ({ state }: { readonly state: ToolCall['state'] }): ReactNode => {
  switch (state) {
    case 'done':
      return <Check aria-hidden="true" className="text-accent-ink" />
    case 'failed':
      return <CircleAlert aria-hidden="true" className="text-danger-ink" />
    case 'unknown':
      return <CircleHelp aria-hidden="true" className="text-warn-ink" />
    case 'declined':
    case 'stopped':
    case 'withdrawn':
      return <Ban aria-hidden="true" />
    case 'running':
    case 'pending':
    case 'claimed':
    case 'sent':
      return <Spinner />
  }
}

const isUnderWay = ({ state }: ToolCall): boolean => state === 'running' || state === 'claimed' || state === 'sent'

/** Where a call stands, in a word, and for how long. */
export const CallState = ({ call }: { readonly call: ToolCall }): ReactNode => (
  <span className="inline-flex shrink-0 items-center gap-1.5 text-xs text-muted tabular-nums [&_svg]:size-3.5">
    <StateIcon state={call.state} />
    {t(`call.states.${call.state}`)}
    {isUnderWay(call) && <Elapsed since={call.approvedAt ?? call.startedAt} />}
    {callDuration(call) !== null && <span className="text-faint">{callDuration(call)}</span>}
  </span>
)

/** What was asked and what came back, word for word. */
export const CallDetails = ({ call }: { readonly call: ToolCall }): ReactNode => (
  <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
    {call.result !== undefined && <ResultView call={call} result={call.result} />}
    <JsonView label={t('call.given')} value={call.args} />
  </div>
)

type CallLineProps = { readonly call: ToolCall; readonly onOpened?: (opened: boolean) => void }

/** A look-up: one line, with its details a click away. */
export const CallLine = ({ call, onOpened }: CallLineProps): ReactNode => {
  const { opened, onToggle } = useOpened(onOpened)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <details onToggle={onToggle} className="group/line -mx-2 rounded-lg open:mx-0 open:border open:border-line">
        <summary className="flex items-center gap-2 rounded-lg px-2 py-1.5 text-sm transition-colors group-open/line:rounded-b-none hover:bg-hover">
          {isMadeUp(call) ? (
            <Unplug aria-hidden="true" className="size-3.5 shrink-0 text-faint" />
          ) : (
            <Search aria-hidden="true" className="size-3.5 shrink-0 text-faint" />
          )}
          <span className="min-w-0 truncate">
            {call.title}{' '}
            <span className="text-faint">· {isMadeUp(call) ? t('call.noSuchTool') : call.providerName}</span>
          </span>
          <span className="ms-auto flex items-center gap-2">
            <CallState call={call} />
            <ChevronRight
              aria-hidden="true"
              className="size-3.5 text-faint transition-transform group-open/line:rotate-90"
            />
          </span>
        </summary>
        <div className="px-3 pt-1 pb-3">{opened && <CallDetails call={call} />}</div>
      </details>
      {call.failure !== undefined && call.state === 'failed' && <CallFailure call={call} failure={call.failure} />}
    </div>
  )
}
