import type { ReactNode } from 'react'
import type { ActivityEntry } from '../../../contract/activity'
import { useActions } from '../../app/use-app'
import { FailureNotice } from '../../failure/failure-notice'
import { callDuration, callPlace, stateTone } from '../../message/call-words'
import { en } from '../../strings/en'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { Page, panelClass } from '../../ui/page'
import { Spinner } from '../../ui/spinner'
import { useActivity } from './use-activity'

const time = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })

const Entry = ({ entry }: { readonly entry: ActivityEntry }): ReactNode => {
  const actions = useActions()
  const { call } = entry
  const duration = callDuration(call)
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1 px-4 py-3">
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere select-text">{call.title}</p>
        <p className="text-sm text-muted">
          {callPlace(call)} · {en.activity.decisions[entry.decision]}
        </p>
        <button
          type="button"
          onClick={() => void actions.openThread(call.threadId)}
          className="max-w-full truncate rounded-sm text-sm text-accent-ink underline decoration-accent-ink/40 underline-offset-3 hover:decoration-accent-ink"
        >
          {en.activity.inThread(entry.threadTitle)}
        </button>
      </div>
      <div className="grid justify-items-end gap-1 text-xs text-faint tabular-nums">
        <Badge tone={stateTone[call.state]}>{en.call.states[call.state]}</Badge>
        <time dateTime={new Date(call.startedAt).toISOString()}>{time.format(call.startedAt)}</time>
        {duration !== null && <span>{duration}</span>}
      </div>
    </li>
  )
}

const Loading = (): ReactNode => (
  <p role="status" className="flex items-center gap-2 text-sm text-muted">
    <Spinner />
    {en.activity.loading}
  </p>
)

/** What was done in the person's accounts, and who decided about it. */
export const Activity = (): ReactNode => {
  const { list, more } = useActivity()
  return (
    <Page title={en.activity.title} lead={en.activity.lead}>
      {list.failure !== undefined && <FailureNotice failure={list.failure} announce place={{ retry: more }} />}
      {list.entries.length > 0 && (
        <ul role="list" aria-label={en.activity.title} className={panelClass}>
          {list.entries.map((entry) => (
            <Entry key={entry.call.id} entry={entry} />
          ))}
        </ul>
      )}
      {list.loading && <Loading />}
      {!list.loading && list.entries.length === 0 && list.failure === undefined && (
        <p className="text-sm text-muted">{en.activity.empty}</p>
      )}
      {!list.loading && list.before !== undefined && (
        <div>
          <Button onPress={more}>{en.activity.more}</Button>
        </div>
      )}
    </Page>
  )
}
