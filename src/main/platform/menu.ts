import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { t } from '../../language/words'

/** What the menu can do beside the standard roles. */
export type MenuActions = { readonly stopEverything: () => void }

type Items = MenuItemConstructorOptions[]

const separator = { type: 'separator' } as const

// The labels of Electron's own roles are English everywhere.
const developerItems = (): Items => [
  separator,
  { role: 'reload', label: t('desktop.reload') },
  { role: 'toggleDevTools', label: t('desktop.developerTools') },
]

const appMenu = (): MenuItemConstructorOptions => ({
  role: 'appMenu',
  submenu: [
    { role: 'about', label: t('desktop.about', { app: t('common.app') }) },
    separator,
    { role: 'hide', label: t('desktop.hide', { app: t('common.app') }) },
    { role: 'hideOthers', label: t('desktop.hideOthers') },
    { role: 'unhide', label: t('desktop.showAll') },
    separator,
    { role: 'quit', label: t('desktop.quit') },
  ],
})

const fileMenu = ({ stopEverything }: MenuActions): MenuItemConstructorOptions => ({
  label: t('desktop.file'),
  submenu: [
    {
      id: 'stop-everything',
      label: t('desktop.stopEverything'),
      accelerator: 'CommandOrControl+Shift+X',
      click: stopEverything,
    },
    separator,
    { role: 'close', label: t('desktop.close') },
    { role: 'quit', label: t('desktop.quit') },
  ],
})

const editMenu = (): MenuItemConstructorOptions => ({
  role: 'editMenu',
  label: t('desktop.edit'),
  submenu: [
    { role: 'undo', label: t('desktop.undo') },
    { role: 'redo', label: t('desktop.redo') },
    separator,
    { role: 'cut', label: t('desktop.cut') },
    { role: 'copy', label: t('desktop.copy') },
    { role: 'paste', label: t('desktop.paste') },
    { role: 'delete', label: t('desktop.delete') },
    separator,
    { role: 'selectAll', label: t('desktop.selectAll') },
  ],
})

const viewMenu = (): MenuItemConstructorOptions => ({
  label: t('desktop.view'),
  submenu: [
    { role: 'resetZoom', label: t('desktop.resetZoom') },
    { role: 'zoomIn', label: t('desktop.zoomIn') },
    { role: 'zoomOut', label: t('desktop.zoomOut') },
    { role: 'togglefullscreen', label: t('desktop.fullScreen') },
    ...(app.isPackaged ? [] : developerItems()),
  ],
})

const windowMenu = (): MenuItemConstructorOptions => ({
  role: 'windowMenu',
  label: t('desktop.window'),
  submenu: [
    { role: 'minimize', label: t('desktop.minimize') },
    { role: 'close', label: t('desktop.close') },
  ],
})

/**
 * Sets the application menu in the current language: the standard roles, what stops everything, and developer tools
 * only where the app is being developed.
 */
export const setApplicationMenu = (actions: MenuActions): void => {
  const macOnly = process.platform === 'darwin' ? [appMenu()] : []
  Menu.setApplicationMenu(Menu.buildFromTemplate([...macOnly, fileMenu(actions), editMenu(), viewMenu(), windowMenu()]))
}
