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
import { useActivity, type ActivityList } from './use-activity'

const time = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })

const Entry = ({ entry }: { readonly entry: ActivityEntry }): ReactNode => {
  const actions = useActions()
  const { call } = entry
  const duration = callDuration(call)
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1 px-4 py-3">
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere select-text">
          {call.title} <code className="ms-1 font-mono text-xs font-normal text-faint">{call.tool}</code>
        </p>
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

const Entries = ({ entries }: { readonly entries: readonly ActivityEntry[] }): ReactNode => (
  <ul role="list" aria-label={en.activity.title} className={panelClass}>
    {entries.map((entry) => (
      <Entry key={entry.call.id} entry={entry} />
    ))}
  </ul>
)

const Loading = (): ReactNode => (
  <p role="status" className="flex items-center gap-2 text-sm text-muted">
    <Spinner />
    {en.activity.loading}
  </p>
)

const Empty = ({ list }: { readonly list: ActivityList }): ReactNode =>
  list.loading || list.failure !== undefined || list.entries.length > 0 ? null : (
    <p className="text-sm text-muted">{en.activity.empty}</p>
  )

/** What was done in the person's accounts, and who decided about it. */
export const Activity = (): ReactNode => {
  const { list, more } = useActivity()
  const { entries, before, loading, failure } = list
  return (
    <Page title={en.activity.title} lead={en.activity.lead}>
      {failure !== undefined && <FailureNotice failure={failure} announce place={{ retry: more }} />}
      {entries.length > 0 && <Entries entries={entries} />}
      {loading && <Loading />}
      <Empty list={list} />
      {!loading && before !== undefined && (
        <div>
          <Button onPress={more}>{en.activity.more}</Button>
        </div>
      )}
    </Page>
  )
}
