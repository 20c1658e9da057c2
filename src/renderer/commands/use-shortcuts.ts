import { useEffect } from 'react'
import { commandWith, type CommandId } from '../../contract/plain/commands'
import type { Actions } from '../app/actions'
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

const commandCalled = (id: CommandId | undefined, state: RootState): Command | undefined =>
  isAsked(state) ? undefined : commands.find((command) => command.id === id)

const commandOf = (event: KeyboardEvent, state: RootState): Command | undefined => {
  const pressed = isTaken(event) ? null : pressedShortcut(event, isMac)
  if (pressed === null) return undefined
  return commandCalled(commandWith(pressed, state.app?.preferences.shortcuts ?? {}), state)
}

const runCommand = (command: Command, actions: Actions, state: RootState): void => {
  if (!command.isAvailable(state)) return
  actions.showPalette(false)
  command.run(actions, state)
}

const useMenu = (): void => {
  const actions = useActions()
  const getState = useGetState()
  useEffect(
    () =>
      actions.onMenu((id) => {
        const state = getState()
        const command = commandCalled(id, state)
        if (command !== undefined) runCommand(command, actions, state)
      }),
    [actions, getState],
  )
}

/** Runs a command when its keys are pressed anywhere in the window, or when it is chosen in the application menu. */
export const useShortcuts = (): void => {
  const actions = useActions()
  const getState = useGetState()
  useMenu()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const state = getState()
      const command = commandOf(event, state)
      if (command === undefined) return
      event.preventDefault()
      if (!event.repeat) runCommand(command, actions, state)
    }
    addEventListener('keydown', onKeyDown)
    return () => {
      removeEventListener('keydown', onKeyDown)
    }
  }, [actions, getState])
}
