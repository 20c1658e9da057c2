import { app, Menu, type MenuItemConstructorOptions } from 'electron'

const developerItems: readonly MenuItemConstructorOptions[] = [
  { type: 'separator' },
  { role: 'reload' },
  { role: 'toggleDevTools' },
]

const template = (): MenuItemConstructorOptions[] => [
  ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
  { label: 'File', submenu: [{ role: 'close' }, { role: 'quit' }] },
  { role: 'editMenu' },
  {
    label: 'View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'togglefullscreen' },
      ...(app.isPackaged ? [] : developerItems),
    ],
  },
  { role: 'windowMenu' },
]

/** Sets the application menu: the standard roles, and developer tools only where the app is being developed. */
export const setApplicationMenu = (): void => {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template()))
}
