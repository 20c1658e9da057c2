import { app, Menu, type MenuItemConstructorOptions } from 'electron'

const developerItems: readonly MenuItemConstructorOptions[] = [
  { type: 'separator' },
  { role: 'reload' },
  { role: 'toggleDevTools' },
]

/** What the menu can do beside the standard roles. */
export type MenuActions = { readonly stopEverything: () => void }

const template = ({ stopEverything }: MenuActions): MenuItemConstructorOptions[] => [
  ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
  {
    label: 'File',
    submenu: [
      {
        id: 'stop-everything',
        label: 'Stop everything',
        accelerator: 'CommandOrControl+Shift+X',
        click: stopEverything,
      },
      { type: 'separator' },
      { role: 'close' },
      { role: 'quit' },
    ],
  },
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

/** Sets the application menu: the standard roles, what stops everything, and developer tools only where the app is being developed. */
export const setApplicationMenu = (actions: MenuActions): void => {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template(actions)))
}
