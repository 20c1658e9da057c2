/** The shortcut that opens quick ask until another one is recorded, as Electron writes it. */
export const defaultShortcut = 'CommandOrControl+Shift+Space'
