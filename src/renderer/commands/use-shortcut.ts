import { shortcutOf, type CommandId } from '../../contract/plain/commands'
import { useAppState } from '../app/use-app'

/** The keys that a command has now, or null. */
export const useShortcut = (id: CommandId): string | null =>
  useAppState((state) => shortcutOf(id, state.app?.preferences.shortcuts ?? {}))
