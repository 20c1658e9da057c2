import { useState, type ReactNode } from 'react'
import type { JsonObject } from '../../../contract/json'
import { withHiddenNamed } from '../../../contract/plain/hidden-characters'
import { rowsAtOnce } from '../../../contract/plain/rows-at-once'
import { t } from '../../../language/words'
import { Badge } from '../../ui/badge'
import { Monogram } from '../../ui/monogram'
import { readable } from '../argument-fields'
import { momentText } from './cell'
import { contactOf } from './contact-shape'
import { listCaption, ListPager, Reading } from './list-pager'
import { usePage, type List } from './use-list'

const Detail = ({ text }: { readonly text: string | undefined }): ReactNode =>
  text === undefined ? null : (
    <p dir="auto" className="text-xs wrap-anywhere text-muted">
      {withHiddenNamed(text)}
    </p>
  )

// "user" is a word of the provider, "Head of marketing" one of a person.
const roleText = (role: string): string => (/^[a-z_]+$/.test(role) ? readable(role) : role)

// A picture would tell whoever keeps it that it was looked at: the first letter stands for it.
const Card = ({ row }: { readonly row: JsonObject }): ReactNode => {
  const { name, email, phone, role, company, lastSeen, tags } = contactOf(row)
  return (
    <li className="flex min-w-0 gap-3 rounded-lg border border-line bg-surface p-3 shadow-low">
      <Monogram name={name ?? email ?? '?'} />
      <div className="grid min-w-0 flex-1 content-start gap-0.5 select-text">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <bdi className="text-sm font-semibold wrap-anywhere">{withHiddenNamed(name ?? t('results.nameless'))}</bdi>
          {role !== undefined && <Badge>{withHiddenNamed(roleText(role))}</Badge>}
        </div>
        <Detail text={email} />
        <Detail text={phone} />
        <Detail text={company} />
        {lastSeen !== undefined && (
          <p className="text-xs text-faint">{t('results.lastSeen', { when: momentText(lastSeen) })}</p>
        )}
        {tags.length > 0 && (
          <p className="mt-1 flex flex-wrap gap-1">
            {tags.map((tag, index) => (
              <Badge key={index} tone="good">
                {withHiddenNamed(tag)}
              </Badge>
            ))}
          </p>
        )}
      </div>
    </li>
  )
}

/** People as cards: who they are, and how to reach them. */
export const ContactCards = ({ label, list }: { readonly label: string; readonly list: List }): ReactNode => {
  const [page, setPage] = useState(0)
  const shown = usePage(list, page)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <div tabIndex={0} role="group" aria-label={label} className="grid max-h-112 gap-2 overflow-auto rounded-md">
        <p className="text-xs text-faint tabular-nums">
          {listCaption(t('results.cards', { count: list.total }), list, {
            from: page * rowsAtOnce,
            shown: shown.rows.length,
          })}
        </p>
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-2 p-px pb-1">
          {shown.rows.map((row, index) => (
            <Card key={index} row={row} />
          ))}
        </ul>
        <Reading shown={shown} />
      </div>
      <ListPager label={label} kept={list.kept} page={page} onPage={setPage} />
    </div>
  )
}
