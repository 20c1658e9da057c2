import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { defaultShortcut } from '../../../../contract/plain/default-shortcut'
import { t } from '../../../../language/words'
import { Button } from '../../../ui/button'
import { Keys } from '../../../ui/keys'
import { keysOf, readPressed, type Pressed } from './accelerator'

/** The keys of a shortcut in a sentence. */
export const keysText = (accelerator: string): string => keysOf(accelerator).join('+')

const refusal = ({ why, keys }: Extract<Pressed, { kind: 'refused' }>): string => {
  if (why === 'unusable') return t('quickAsk.shortcut.unusable')
  const text = keys.join('+')
  return why === 'reserved'
    ? t('quickAsk.shortcut.reserved', { keys: text })
    : t('quickAsk.shortcut.noModifier', { keys: text })
}

const Recording = ({ pressed }: { readonly pressed: Pressed | null }): ReactNode => (
  <div className="grid gap-1 rounded-lg border border-accent bg-accent-soft px-3 py-2.5 text-sm">
    <p role="status" className="flex min-h-6 items-center gap-2 font-medium text-accent-ink">
      {pressed?.kind === 'held' && pressed.keys.length > 0 ? (
        <>
          <Keys keys={pressed.keys} /> …
        </>
      ) : (
        t('quickAsk.shortcut.recording')
      )}
    </p>
    {pressed?.kind === 'refused' ? (
      <p role="alert" className="text-danger-ink">
        {refusal(pressed)}
      </p>
    ) : (
      <p className="text-muted">{t('quickAsk.shortcut.recordingNote')}</p>
    )}
  </div>
)

type Recorder = {
  readonly recording: boolean
  readonly pressed: Pressed | null
  readonly toggle: () => void
  readonly stop: () => void
  readonly press: (event: KeyboardEvent) => void
  readonly release: (event: KeyboardEvent) => void
}

const useRecorder = (onRecord: (accelerator: string) => void): Recorder => {
  const [recording, setRecording] = useState(false)
  const [pressed, setPressed] = useState<Pressed | null>(null)
  const set = (on: boolean): void => {
    setRecording(on)
    setPressed(null)
  }
  return {
    recording,
    pressed,
    toggle: () => {
      set(!recording)
    },
    stop: () => {
      set(false)
    },
    press: (event) => {
      // Tab by itself leaves, as it does everywhere.
      if (!recording || (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey)) return
      event.preventDefault()
      event.stopPropagation()
      if (event.key === 'Escape') {
        set(false)
        return
      }
      const read = readPressed(event)
      if (read.kind === 'shortcut') {
        set(false)
        onRecord(read.accelerator)
      } else setPressed(read)
    },
    release: (event) => {
      if (recording && pressed?.kind === 'held') setPressed(readPressed(event))
    },
  }
}

type ShortcutRecorderProps = {
  readonly accelerator: string
  readonly onRecord: (accelerator: string) => void
}

/** Shows the quick-ask shortcut, records another one, and goes back to the first. */
export const ShortcutRecorder = ({ accelerator, onRecord }: ShortcutRecorderProps): ReactNode => {
  const recorder = useRecorder(onRecord)
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Keys keys={keysOf(accelerator)} />
        <button
          type="button"
          aria-pressed={recorder.recording}
          onClick={recorder.toggle}
          onKeyDown={recorder.press}
          onKeyUp={recorder.release}
          onBlur={recorder.stop}
          className="h-7 rounded-md border border-line-strong bg-surface px-2.5 text-sm font-medium shadow-low hover:bg-hover aria-pressed:border-accent aria-pressed:bg-accent-soft"
        >
          {recorder.recording ? t('quickAsk.shortcut.cancel') : t('quickAsk.shortcut.change')}
        </button>
        {!recorder.recording && keysText(accelerator) !== keysText(defaultShortcut) && (
          <Button
            size="small"
            tone="quiet"
            onPress={() => {
              onRecord(defaultShortcut)
            }}
          >
            {t('quickAsk.shortcut.reset', { keys: keysText(defaultShortcut) })}
          </Button>
        )}
      </div>
      {recorder.recording && <Recording pressed={recorder.pressed} />}
    </div>
  )
}
