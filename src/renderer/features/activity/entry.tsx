import { ChevronRight } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { ActivityEntry } from '../../../contract/activity'
import { useActions } from '../../app/use-app'
import { callPlace, durationText, stateTone } from '../../message/call-words'
import { en } from '../../strings/en'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { EntryDetails } from './entry-details'
import { listTime } from './times'

const ThreadLine = ({ entry }: { readonly entry: ActivityEntry }): ReactNode => {
  const actions = useActions()
  const { call, threadTitle } = entry
  if (!entry.threadThere) return <p className="text-sm text-faint">{en.activity.threadGone(threadTitle)}</p>
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
      <span className="min-w-0 truncate">{en.activity.inThread(threadTitle)}</span>
      <Button
        size="small"
        tone="quiet"
        label={`${en.activity.openThread}: ${threadTitle}`}
        onPress={() => void actions.openThread(call.threadId, call.messageId)}
      >
        {en.activity.openThread}
      </Button>
    </p>
  )
}

const Details = ({ entry }: { readonly entry: ActivityEntry }): ReactNode => {
  const [open, setOpen] = useState(false)
  return (
    <div className="col-span-full">
      <button
        type="button"
        aria-expanded={open}
        aria-label={en.activity.detailsOf(entry.call.title)}
        onClick={() => {
          setOpen(!open)
        }}
        className="inline-flex items-center gap-1 rounded-sm text-sm text-muted hover:text-ink"
      >
        <ChevronRight aria-hidden="true" className={open ? 'size-3.5 rotate-90' : 'size-3.5'} />
        {en.activity.details}
      </button>
      {open && <EntryDetails entry={entry} />}
    </div>
  )
}

/** One call in the list of Activity. */
export const Entry = ({ entry }: { readonly entry: ActivityEntry }): ReactNode => {
  const { call } = entry
  const duration = entry.steps.at(-1)?.durationMs
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1 px-4 py-3">
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere select-text">
          {call.title} <code className="ms-1 font-mono text-xs font-normal text-faint">{call.tool}</code>
        </p>
        <p className="text-sm text-muted">
          {callPlace(call)} · {en.activity.decisions[entry.decision]}
        </p>
        <ThreadLine entry={entry} />
      </div>
      <div className="grid justify-items-end gap-1 text-xs text-faint tabular-nums">
        <Badge tone={stateTone[call.state]}>{en.call.states[call.state]}</Badge>
        <time dateTime={new Date(call.startedAt).toISOString()}>{listTime(call.startedAt)}</time>
        {duration !== undefined && <span>{durationText(duration)}</span>}
      </div>
      <Details entry={entry} />
    </li>
  )
}
