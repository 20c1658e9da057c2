import { useMemo, useState, type ReactNode } from 'react'
import type { Json } from '../../contract/json'
import { t } from '../../language/words'
import { Button } from '../ui/button'
import { jsonText } from './result-summary'

// What a window lays out at once without a halt that anybody notices.
const shownAtOnce = 20_000

type JsonTextProps = { readonly value: Json; readonly label: string }

/** A value word for word; the beginning of a long one, and more of it on demand. */
export const JsonText = ({ value, label }: JsonTextProps): ReactNode => {
  const text = useMemo(() => jsonText(value), [value])
  const [room, setRoom] = useState(shownAtOnce)
  return (
    <>
      <pre
        role="group"
        tabIndex={0}
        aria-label={label}
        className="max-h-72 overflow-auto rounded-md border border-line bg-sunken px-3 py-2 font-mono text-xs leading-relaxed wrap-anywhere whitespace-pre-wrap text-muted select-text"
      >
        {text.slice(0, room)}
      </pre>
      {text.length > room && (
        <p className="flex flex-wrap items-center gap-x-2 text-xs text-faint tabular-nums">
          {t('result.part', { shown: room, all: text.length })}
          <Button
            tone="quiet"
            size="small"
            onPress={() => {
              setRoom(room + shownAtOnce)
            }}
          >
            {t('result.more')}
          </Button>
        </p>
      )}
    </>
  )
}

/** A value under its heading. */
export const JsonView = ({ label, value }: JsonTextProps): ReactNode => (
  <section className="grid gap-1.5">
    <p className="text-xs font-medium text-faint">{label}</p>
    <JsonText value={value} label={label} />
  </section>
)
