/** What can be done with a key or from the palette, by name. */
export const commandIds = [
  'palette',
  'new-chat',
  'new-window',
  'focus-message',
  'previous-thread',
  'next-thread',
  'next-approval',
  'stop',
  'stop-everything',
  'search-threads',
  'rename-thread',
  'pin-thread',
  'archive-thread',
  'copy-thread',
  'export-markdown',
  'export-json',
  'import-thread',
  'delete-thread',
  'go-chat',
  'go-prompts',
  'go-connections',
  'go-activity',
  'go-settings',
  'go-archive',
  'sign-out',
] as const

/** The name of a command. */
export type CommandId = (typeof commandIds)[number]

/**
 * The keys of each command where nobody chose others. `Mod` is Command on a Mac and Control elsewhere;
 * null: none.
 */
export const defaultShortcuts: Readonly<Record<CommandId, string | null>> = {
  palette: 'Mod+K',
  'new-chat': 'Mod+N',
  'new-window': 'Mod+Shift+N',
  'focus-message': 'Mod+L',
  'previous-thread': 'Mod+PageUp',
  'next-thread': 'Mod+PageDown',
  'next-approval': 'Mod+J',
  stop: 'Mod+.',
  'stop-everything': 'Mod+Shift+X',
  'search-threads': 'Mod+Shift+F',
  'rename-thread': 'F2',
  'pin-thread': null,
  'archive-thread': null,
  'copy-thread': null,
  'export-markdown': null,
  'export-json': null,
  'import-thread': null,
  'delete-thread': null,
  'go-chat': 'Mod+1',
  'go-prompts': 'Mod+2',
  'go-connections': 'Mod+3',
  'go-activity': 'Mod+4',
  'go-settings': 'Mod+,',
  'go-archive': null,
  'sign-out': null,
}

/** What a person chose in place of a command's own keys; null took them away. */
export type ChosenShortcuts = { readonly [Id in CommandId]?: string | null }

/** What stops everything has the same keys always, so that nobody has to look for them when it counts. */
export const isFixed = (id: CommandId): boolean => id === 'stop-everything'

/** The keys that a command has now, or null. */
export const shortcutOf = (id: CommandId, chosen: ChosenShortcuts): string | null =>
  chosen[id] === undefined || isFixed(id) ? defaultShortcuts[id] : chosen[id]

/** The command that has these keys now. */
export const commandWith = (shortcut: string, chosen: ChosenShortcuts): CommandId | undefined =>
  commandIds.find((id) => shortcutOf(id, chosen) === shortcut)

/** Gives a command other keys, or none; another command that had them loses them. Its own keys need no choice. */
export const withShortcut = (chosen: ChosenShortcuts, id: CommandId, shortcut: string | null): ChosenShortcuts => {
  const other = shortcut === null ? undefined : commandWith(shortcut, chosen)
  const { [id]: _before, ...rest } = other === undefined || other === id ? chosen : { ...chosen, [other]: null }
  return shortcut === defaultShortcuts[id] ? rest : { ...rest, [id]: shortcut }
}
