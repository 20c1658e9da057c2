import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { shortcutOf, type ChosenShortcuts, type CommandId } from '../../contract/plain/commands'
import { t } from '../../language/words'

/** What the menu can do beside the standard roles. */
export type MenuActions = {
  /** Runs a command in the chat window that was used last. */
  readonly run: (id: CommandId) => void
  readonly stopEverything: () => void
  readonly quickAsk: () => void
}
type CommandItem = (id: CommandId) => MenuItemConstructorOptions

type Items = MenuItemConstructorOptions[]

const separator = { type: 'separator' } as const

// The labels of Electron's own roles are English everywhere.
const developerItems = (): Items => [
  separator,
  { role: 'reload', label: t('desktop.reload') },
  { role: 'toggleDevTools', label: t('desktop.developerTools') },
]

// https://www.electronjs.org/docs/latest/api/accelerator
const asAccelerator = (keys: string): string => keys.replace('Mod', 'CommandOrControl').replace(/\+\+$/, '+Plus')

const commandItems =
  ({ run }: MenuActions, shortcuts: ChosenShortcuts): CommandItem =>
  (id) => {
    const keys = shortcutOf(id, shortcuts)
    return {
      id,
      label: t(`commands.${id}`),
      click: () => {
        run(id)
      },
      ...(keys === null ? {} : { accelerator: asAccelerator(keys) }),
      // The window listens for these keys itself, where it also knows what they may do just now.
      registerAccelerator: false,
    }
  }

const settingsItem = (item: CommandItem): MenuItemConstructorOptions => ({
  ...item('go-settings'),
  label: t('desktop.settings'),
})

const appMenu = (item: CommandItem): MenuItemConstructorOptions => ({
  role: 'appMenu',
  submenu: [
    { role: 'about', label: t('desktop.about', { app: t('common.app') }) },
    separator,
    settingsItem(item),
    separator,
    { role: 'hide', label: t('desktop.hide', { app: t('common.app') }) },
    { role: 'hideOthers', label: t('desktop.hideOthers') },
    { role: 'unhide', label: t('desktop.showAll') },
    separator,
    { role: 'quit', label: t('desktop.quit') },
  ],
})

const fileMenu = ({ stopEverything }: MenuActions, item: CommandItem): MenuItemConstructorOptions => ({
  label: t('desktop.file'),
  submenu: [
    item('new-chat'),
    item('new-window'),
    separator,
    item('import-thread'),
    item('export-markdown'),
    item('export-json'),
    separator,
    ...(process.platform === 'darwin' ? [] : [settingsItem(item), separator]),
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

const viewMenu = (item: CommandItem): MenuItemConstructorOptions => ({
  label: t('desktop.view'),
  submenu: [
    item('palette'),
    item('search-threads'),
    separator,
    item('go-chat'),
    item('go-prompts'),
    item('go-connections'),
    item('go-activity'),
    separator,
    { role: 'resetZoom', label: t('desktop.resetZoom') },
    { role: 'zoomIn', label: t('desktop.zoomIn') },
    { role: 'zoomOut', label: t('desktop.zoomOut') },
    { role: 'togglefullscreen', label: t('desktop.fullScreen') },
    ...(app.isPackaged ? [] : developerItems()),
  ],
})

const windowMenu = ({ quickAsk }: MenuActions): MenuItemConstructorOptions => ({
  role: 'windowMenu',
  label: t('desktop.window'),
  submenu: [
    { label: t('desktop.quickAsk'), click: quickAsk },
    separator,
    { role: 'minimize', label: t('desktop.minimize') },
    { role: 'close', label: t('desktop.close') },
  ],
})

/**
 * Sets the application menu in the current language: the standard roles, the commands with the keys that they have now,
 * and developer tools only where the app is being developed.
 */
export const setApplicationMenu = (actions: MenuActions, shortcuts: ChosenShortcuts): void => {
  const item = commandItems(actions, shortcuts)
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === 'darwin' ? [appMenu(item)] : []),
      fileMenu(actions, item),
      editMenu(),
      viewMenu(item),
      windowMenu(actions),
    ]),
  )
}
