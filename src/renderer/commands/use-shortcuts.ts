import { useEffect } from 'react'
import { commandWith } from '../../contract/plain/commands'
import { useActions, useGetState } from '../app/use-app'
import { isMac } from '../keyboard/is-mac'
import { pressedShortcut } from '../keyboard/pressed-shortcut'
import type { RootState } from '../state/root'
import { commands, type Command } from './commands'

// A question has to be answered first; the palette is the only dialog that a command may close.
const isAsked = ({ palette }: RootState): boolean =>
  !palette && document.querySelector('[role=dialog], [role=alertdialog]') !== null

// What somebody has taken already, an unfinished word of an input method, and a sign that AltGr writes.
const isTaken = (event: KeyboardEvent): boolean =>
  event.defaultPrevented || event.isComposing || event.getModifierState('AltGraph')

const commandOf = (event: KeyboardEvent, state: RootState): Command | undefined => {
  const pressed = isTaken(event) ? null : pressedShortcut(event, isMac)
  if (pressed === null || isAsked(state)) return undefined
  const id = commandWith(pressed, state.app?.preferences.shortcuts ?? {})
  return commands.find((command) => command.id === id)
}

/** Runs a command when its keys are pressed anywhere in the window. */
export const useShortcuts = (): void => {
  const actions = useActions()
  const getState = useGetState()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const state = getState()
      const command = commandOf(event, state)
      if (command === undefined) return
      event.preventDefault()
      if (event.repeat || !command.isAvailable(state)) return
      actions.showPalette(false)
      command.run(actions, state)
    }
    addEventListener('keydown', onKeyDown)
    return () => {
      removeEventListener('keydown', onKeyDown)
    }
  }, [actions, getState])
}
