import { Bot, Headset, Lock, Paperclip, User, type LucideIcon } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { withHiddenNamed } from '../../../contract/plain/hidden-characters'
import { rowsAtOnce } from '../../../contract/plain/rows-at-once'
import { t } from '../../../language/words'
import { Badge } from '../../ui/badge'
import { classNames } from '../../ui/class-names'
import { readable } from '../argument-fields'
import { hasTags, htmlAsMarkdown } from '../html-as-markdown'
import { LazyMarkdown } from '../lazy-markdown'
import { momentText } from './cell'
import { entryOf, type Conversation, type Entry, type Side } from './conversation-shape'
import { listCaption, ListPager, Reading } from './list-pager'
import { usePage, type List } from './use-list'

const icons: Record<Side, LucideIcon> = { customer: User, team: Headset, bot: Bot }

const Who = ({ entry }: { readonly entry: Entry }): ReactNode => (
  <bdi className="min-w-0 font-medium wrap-anywhere">{withHiddenNamed(entry.who ?? t('results.nameless'))}</bdi>
)

const When = ({ at }: Pick<Entry, 'at'>): ReactNode =>
  at === undefined ? null : (
    <time dateTime={new Date(at.at).toISOString()} className="text-xs whitespace-nowrap text-faint tabular-nums">
      {momentText(at)}
    </time>
  )

const SideBadge = ({ side }: { readonly side: Side }): ReactNode => {
  const Icon = icons[side]
  return (
    <Badge tone={side === 'customer' ? 'outside' : side === 'team' ? 'good' : 'neutral'}>
      <Icon aria-hidden="true" />
      {t(`results.sides.${side}`)}
    </Badge>
  )
}

// SECURITY: text by others. Tags become Markdown, which is shown without HTML, without images and with links that ask.
const Body = ({ body }: Pick<Entry, 'body'>): ReactNode => {
  if (body === '') return null
  if (hasTags(body)) return <LazyMarkdown text={htmlAsMarkdown(body)} streaming={false} />
  return (
    <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
      {withHiddenNamed(body)}
    </p>
  )
}

const Attachments = ({ names }: { readonly names: readonly string[] }): ReactNode =>
  names.length === 0 ? null : (
    <ul aria-label={t('results.attachments')} className="flex flex-wrap gap-1.5">
      {names.map((name, index) => (
        <li
          key={index}
          className="inline-flex max-w-full items-center gap-1 rounded-md border border-line bg-sunken px-2 py-0.5 text-xs text-muted"
        >
          <Paperclip aria-hidden="true" className="size-3 shrink-0" />
          <bdi className="truncate">{withHiddenNamed(name)}</bdi>
        </li>
      ))}
    </ul>
  )

const Event = ({ entry }: { readonly entry: Entry }): ReactNode => (
  <li className="flex flex-wrap items-baseline justify-center gap-x-2 text-center text-xs text-muted">
    <Who entry={entry} />
    <span>{readable(withHiddenNamed(entry.event))}</span>
    <When at={entry.at} />
  </li>
)

const looks = {
  customer: 'me-6 border-line bg-surface',
  team: 'ms-6 border-line bg-accent-soft',
  bot: 'ms-6 border-dashed border-line-strong bg-sunken',
  other: 'border-line bg-surface',
  note: 'ms-6 border-dashed border-warn-line bg-warn-soft',
}

const Message = ({ entry }: { readonly entry: Entry }): ReactNode => (
  <li
    className={classNames(
      'grid grid-cols-[minmax(0,1fr)] gap-1.5 rounded-lg border px-3 py-2',
      looks[entry.kind === 'note' ? 'note' : (entry.side ?? 'other')],
    )}
  >
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      <Who entry={entry} />
      {entry.side !== undefined && <SideBadge side={entry.side} />}
      {entry.kind === 'note' && (
        <Badge tone="warn">
          <Lock aria-hidden="true" />
          {t('results.note')}
        </Badge>
      )}
      <span className="ms-auto">
        <When at={entry.at} />
      </span>
    </div>
    <div className="text-sm select-text">
      <Body body={entry.body} />
    </div>
    <Attachments names={entry.attachments} />
  </li>
)

const Line = ({ entry }: { readonly entry: Entry }): ReactNode =>
  entry.kind === 'event' ? <Event entry={entry} /> : <Message entry={entry} />

type ConversationViewProps = { readonly label: string; readonly conversation: Conversation; readonly list: List }

/** A conversation as it was held: who said what and when, with what nobody outside sees told apart. */
export const ConversationView = ({ label, conversation, list }: ConversationViewProps): ReactNode => {
  const [page, setPage] = useState(0)
  const shown = usePage(list, page)
  const { title, state, tags, opening } = conversation
  const all = list.total + (opening === undefined ? 0 : 1)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <div
        tabIndex={0}
        role="group"
        aria-label={label}
        className="grid max-h-112 grid-cols-[minmax(0,1fr)] gap-3 overflow-auto rounded-md border border-line bg-canvas p-3"
      >
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {title !== undefined && (
            <p dir="auto" className="font-semibold tracking-tight wrap-anywhere select-text">
              {withHiddenNamed(title)}
            </p>
          )}
          {state !== undefined && <Badge>{readable(state)}</Badge>}
          {tags.map((tag, index) => (
            <Badge key={index}>{withHiddenNamed(tag)}</Badge>
          ))}
          <span className="ms-auto text-xs text-faint tabular-nums">
            {listCaption(t('results.messages', { count: all }), list, {
              from: page * rowsAtOnce,
              shown: shown.rows.length,
            })}
          </span>
        </div>
        <ol className="grid grid-cols-[minmax(0,1fr)] gap-2">
          {opening !== undefined && page === 0 && <Line entry={entryOf(opening)} />}
          {shown.rows.map((row, index) => (
            <Line key={index} entry={entryOf(row)} />
          ))}
        </ol>
        <Reading shown={shown} />
      </div>
      <ListPager label={label} kept={list.kept} page={page} onPage={setPage} />
    </div>
  )
}
