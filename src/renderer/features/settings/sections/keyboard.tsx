import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import {
  commandIds,
  commandWith,
  defaultShortcuts,
  isFixed,
  shortcutOf,
  withShortcut,
  type ChosenShortcuts,
  type CommandId,
} from '../../../../contract/plain/commands'
import { t } from '../../../../language/words'
import { isMac } from '../../../keyboard/is-mac'
import { pressedShortcut } from '../../../keyboard/pressed-shortcut'
import { shortcutKeys } from '../../../keyboard/shortcut-keys'
import { Button } from '../../../ui/button'
import { Keys } from '../../../ui/keys'
import type { SectionProps } from './section'

const nameOf = (id: CommandId): string => t(`commands.${id}`)
const textOf = (shortcut: string): string => shortcutKeys(shortcut, isMac).join('+')

const modifiers = new Set(['Control', 'Alt', 'Shift', 'Meta', 'AltGraph'])

type Said = { readonly id: CommandId; readonly text: string; readonly refused: boolean }

type Recording = {
  readonly id: CommandId
  readonly chosen: ChosenShortcuts
  readonly onChosen: (chosen: ChosenShortcuts, said: Said | null) => void
  readonly onRefused: (said: Said) => void
  readonly onEnd: () => void
}

const choose = (shortcut: string, { id, chosen, onChosen, onRefused }: Recording): void => {
  const other = commandWith(shortcut, chosen)
  if (other !== undefined && isFixed(other)) {
    onRefused({ id, refused: true, text: t('keyboard.taken', { keys: textOf(shortcut), command: nameOf(other) }) })
    return
  }
  const moved =
    other === undefined || other === id
      ? null
      : { id, refused: false, text: t('keyboard.moved', { keys: textOf(shortcut), command: nameOf(other) }) }
  onChosen(withShortcut(chosen, id, shortcut), moved)
}

const record = (event: KeyboardEvent, recording: Recording): void => {
  const { id, chosen, onChosen, onRefused, onEnd } = recording
  if (event.key === 'Tab' || modifiers.has(event.key)) return
  event.preventDefault()
  event.stopPropagation()
  if (event.key === 'Escape') {
    onEnd()
    return
  }
  const pressed = pressedShortcut(event, isMac)
  if (pressed !== null) choose(pressed, recording)
  else if (event.key === 'Backspace') onChosen(withShortcut(chosen, id, null), null)
  else onRefused({ id, refused: true, text: t('keyboard.unusable', { modifier: isMac ? '⌘' : 'Ctrl' }) })
}

type RowProps = {
  readonly id: CommandId
  readonly chosen: ChosenShortcuts
  readonly said: Said | null
  readonly onChosen: Recording['onChosen']
  readonly onRefused: Recording['onRefused']
}

const Buttons = ({ id, chosen, onChosen, onRefused }: Omit<RowProps, 'said'>): ReactNode => {
  const [recording, setRecording] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const end = (): void => {
    setRecording(false)
  }
  const given = defaultShortcuts[id]
  return (
    <div className="flex flex-wrap justify-end gap-1">
      {!recording && shortcutOf(id, chosen) !== given && (
        <Button
          size="small"
          tone="quiet"
          label={t('keyboard.resetOf', { command: nameOf(id) })}
          onPress={() => {
            onChosen(withShortcut(chosen, id, given), null)
            // The button that was pressed goes.
            button.current?.focus()
          }}
        >
          {t('keyboard.reset')}
        </Button>
      )}
      <button
        ref={button}
        type="button"
        aria-label={recording ? t('keyboard.recording') : t('keyboard.changeOf', { command: nameOf(id) })}
        aria-pressed={recording}
        onClick={() => {
          setRecording(!recording)
        }}
        onBlur={end}
        onKeyDown={(event) => {
          if (!recording) return
          record(event, {
            id,
            chosen,
            onRefused,
            onEnd: end,
            onChosen: (next, moved) => {
              end()
              onChosen(next, moved)
            },
          })
        }}
        className="h-7 rounded-md border border-line-strong bg-surface px-2.5 text-sm font-medium shadow-low hover:bg-hover aria-pressed:border-accent aria-pressed:bg-accent-soft"
      >
        {recording ? t('keyboard.recording') : t('keyboard.change')}
      </button>
    </div>
  )
}

const Row = ({ said, ...row }: RowProps): ReactNode => {
  const shortcut = shortcutOf(row.id, row.chosen)
  return (
    <tr className="border-b border-line last:border-0">
      <th scope="row" className="py-2 pe-3 text-start align-top font-normal">
        {nameOf(row.id)}
        {isFixed(row.id) && <p className="text-xs text-muted">{t('keyboard.fixed')}</p>}
        {said?.id === row.id && (
          <p role="alert" className={said.refused ? 'text-xs text-danger-ink' : 'text-xs text-muted'}>
            {said.text}
          </p>
        )}
      </th>
      <td className="py-2 pe-3 align-top">
        {shortcut === null ? (
          <span className="text-faint">{t('keyboard.none')}</span>
        ) : (
          <Keys keys={shortcutKeys(shortcut, isMac)} />
        )}
      </td>
      <td className="py-1.5 align-top">{!isFixed(row.id) && <Buttons {...row} />}</td>
    </tr>
  )
}

/** The keys of every command, and other ones. */
export const KeyboardSection = ({ settings: { preferences }, view }: SectionProps): ReactNode => {
  const [said, setSaid] = useState<Said | null>(null)
  const chosen = preferences.shortcuts
  const save = (shortcuts: ChosenShortcuts, moved: Said | null): void => {
    setSaid(moved)
    view.savePreferences({ shortcuts })
  }
  return (
    <>
      <p className="text-sm text-pretty text-muted">{t('keyboard.lead')}</p>
      <table className="w-full text-sm">
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('keyboard.command')}</th>
            <th scope="col">{t('keyboard.keys')}</th>
            <th scope="col">{t('keyboard.change')}</th>
          </tr>
        </thead>
        <tbody>
          {commandIds.map((id) => (
            <Row key={id} id={id} chosen={chosen} said={said} onChosen={save} onRefused={setSaid} />
          ))}
        </tbody>
      </table>
      <p className="text-xs text-muted">{t('keyboard.recordingNote')}</p>
      {Object.keys(chosen).length > 0 && (
        <div>
          <Button
            size="small"
            onPress={() => {
              save({}, null)
            }}
          >
            {t('keyboard.resetAll')}
          </Button>
        </div>
      )}
    </>
  )
}
