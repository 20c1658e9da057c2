import { ChevronRight } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { ActivityEntry } from '../../../contract/activity'
import { formatMoment } from '../../../language/formats'
import { t } from '../../../language/words'
import { useActions } from '../../app/use-app'
import { callPlace, durationText, stateTone } from '../../message/call-words'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { EntryDetails } from './entry-details'

const ThreadLine = ({ entry }: { readonly entry: ActivityEntry }): ReactNode => {
  const actions = useActions()
  const { call, threadTitle } = entry
  if (!entry.threadThere)
    return <p className="text-sm text-faint">{t('activity.threadGone', { title: threadTitle })}</p>
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
      <span className="min-w-0 truncate">{t('activity.inThread', { title: threadTitle })}</span>
      <Button
        size="small"
        tone="quiet"
        label={t('activity.openThreadNamed', { title: threadTitle })}
        onPress={() => void actions.openThread(call.threadId, call.messageId)}
      >
        {t('activity.openThread')}
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
        aria-label={t('activity.detailsOf', { title: entry.call.title })}
        onClick={() => {
          setOpen(!open)
        }}
        className="inline-flex items-center gap-1 rounded-sm text-sm text-muted hover:text-ink"
      >
        <ChevronRight aria-hidden="true" className={open ? 'size-3.5 rotate-90' : 'size-3.5'} />
        {t('activity.details')}
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
          {callPlace(call)} · {t(`activity.decisions.${entry.decision}`)}
        </p>
        <ThreadLine entry={entry} />
      </div>
      <div className="grid justify-items-end gap-1 text-xs text-faint tabular-nums">
        <Badge tone={stateTone[call.state]}>{t(`call.states.${call.state}`)}</Badge>
        <time dateTime={new Date(call.startedAt).toISOString()}>{formatMoment(call.startedAt)}</time>
        {duration !== undefined && <span>{durationText(duration)}</span>}
      </div>
      <Details entry={entry} />
    </li>
  )
}
