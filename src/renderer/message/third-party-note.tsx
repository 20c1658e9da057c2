import { ChevronRight, MessageSquareQuote, TriangleAlert } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import type { Copied, ThirdParty } from '../../contract/trust'
import { withHiddenNamed } from '../../contract/plain/hidden-characters'
import { t } from '../../language/words'
import { VisibleText } from './visible-text'

type Stretch = { readonly text: string; readonly marked: boolean }

/** A passage in stretches that are marked or not; marks that lie outside or overlap are left out. */
export const stretchesOf = ({ passage, marks }: Pick<ThirdParty, 'passage' | 'marks'>): readonly Stretch[] => {
  const stretches: Stretch[] = []
  let at = 0
  for (const [start, end] of marks) {
    if (start < at || end <= start || end > passage.length) continue
    stretches.push({ text: passage.slice(at, start), marked: false }, { text: passage.slice(start, end), marked: true })
    at = end
  }
  return [...stretches, { text: passage.slice(at), marked: false }].filter(({ text }) => text !== '')
}

const Taken = ({ copied: { kind, value } }: { readonly copied: Copied }): ReactNode => (
  <p className="flex items-start gap-2 text-sm font-medium text-warn-ink">
    <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
    <span className="wrap-anywhere">
      {t(`thirdParty.taken.${kind}`)}:{' '}
      <bdi className="font-mono text-[0.92em] select-text">
        <VisibleText text={value} />
      </bdi>
    </span>
  </p>
)

const Passage = ({ thirdParty }: { readonly thirdParty: ThirdParty }): ReactNode => {
  const label = useId()
  return (
    <figure className="grid gap-1.5 ps-6">
      <figcaption id={label} className="text-xs font-medium text-faint">
        {t('thirdParty.passage')}
      </figcaption>
      <blockquote
        aria-labelledby={label}
        dir="auto"
        className="max-h-48 overflow-auto rounded-md border border-line bg-sunken px-3 py-2 wrap-anywhere whitespace-pre-wrap text-muted select-text"
        tabIndex={0}
      >
        {stretchesOf(thirdParty).map(({ text, marked }, index) =>
          marked ? (
            <mark
              key={index}
              className="rounded-xs bg-warn-soft font-medium text-ink underline decoration-warn-ink decoration-2 underline-offset-3"
            >
              <VisibleText text={text} />
            </mark>
          ) : (
            <VisibleText key={index} text={text} />
          ),
        )}
      </blockquote>
      {thirdParty.decoded && <p className="text-xs text-faint">{t('thirdParty.decoded')}</p>}
      {thirdParty.marks.length > 0 && <p className="text-xs text-faint">{t('thirdParty.marked')}</p>}
    </figure>
  )
}

type NoteProps = { readonly thirdParty: ThirdParty | undefined; readonly id: string }

/** The ids of what describes a card that asks because of text by others. */
export const describedByOthers = (thirdParty: ThirdParty | undefined, id: string): string | undefined =>
  thirdParty === undefined ? undefined : `${id}-taken ${id}-why`

/** Why a call asks after text by others was read: from where, the nearest passage, and what was taken from it. */
export const ThirdPartyNote = ({ thirdParty, id }: NoteProps): ReactNode => {
  if (thirdParty === undefined) return null
  const { source, title, providerName, passage, copied } = thirdParty
  return (
    <div className="grid gap-2">
      <div id={`${id}-taken`} className="grid gap-2 empty:hidden">
        {copied.map((one) => (
          <Taken key={one.value} copied={one} />
        ))}
      </div>
      <details open={copied.length > 0} className="group/text grid gap-2 text-sm">
        <summary className="flex items-start gap-2 rounded-sm text-muted hover:text-ink">
          <MessageSquareQuote aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          <span id={`${id}-why`} className="min-w-0 flex-1 wrap-anywhere">
            {t(`thirdParty.reasons.${source}`, {
              title: withHiddenNamed(title),
              provider: withHiddenNamed(providerName),
            })}
          </span>
          <ChevronRight
            aria-hidden="true"
            className="mt-0.5 size-4 shrink-0 text-faint transition-transform group-open/text:rotate-90"
          />
        </summary>
        <div className="pt-2">
          {passage === '' ? (
            <p className="ps-6 text-muted">{t(source === 'import' ? 'thirdParty.noText' : 'thirdParty.unread')}</p>
          ) : (
            <Passage thirdParty={thirdParty} />
          )}
        </div>
      </details>
    </div>
  )
}
