import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { t } from '../../../language/words'
import { keysOf, toAccelerator } from './accelerator'

type ShortcutRecorderProps = { readonly accelerator: string; readonly onRecord: (accelerator: string) => void }

const Keys = ({ accelerator }: { readonly accelerator: string }): ReactNode => (
  <span className="flex gap-1">
    {keysOf(accelerator).map((key) => (
      <kbd
        key={key}
        className="rounded-sm border border-line-strong bg-sunken px-1.5 py-px font-sans text-xs font-medium text-muted shadow-low"
      >
        {key}
      </kbd>
    ))}
  </span>
)

/** Shows the quick-ask shortcut and records another one. */
export const ShortcutRecorder = ({ accelerator, onRecord }: ShortcutRecorderProps): ReactNode => {
  const [recording, setRecording] = useState(false)
  const record = (event: KeyboardEvent): void => {
    if (!recording || event.key === 'Tab') return
    event.preventDefault()
    if (event.key === 'Escape') {
      setRecording(false)
      return
    }
    const pressed = toAccelerator(event)
    if (pressed === null) return
    setRecording(false)
    onRecord(pressed)
  }
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Keys accelerator={accelerator} />
      <button
        type="button"
        aria-pressed={recording}
        onClick={() => {
          setRecording(!recording)
        }}
        onKeyDown={record}
        onBlur={() => {
          setRecording(false)
        }}
        className="h-7 rounded-md border border-line-strong bg-surface px-2.5 text-sm font-medium shadow-low hover:bg-hover aria-pressed:border-accent aria-pressed:bg-accent-soft"
      >
        {recording ? t('preferences.recording') : t('preferences.record')}
      </button>
    </div>
  )
}
