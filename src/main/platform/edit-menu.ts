import { Menu, type BrowserWindow, type ContextMenuParams, type MenuItemConstructorOptions } from 'electron'
import { t } from '../../language/words'

const separator = { type: 'separator' } as const

const fieldItems = ({ editFlags }: Pick<ContextMenuParams, 'editFlags'>): MenuItemConstructorOptions[] => [
  { role: 'undo', label: t('desktop.undo'), enabled: editFlags.canUndo },
  { role: 'redo', label: t('desktop.redo'), enabled: editFlags.canRedo },
  separator,
  { role: 'cut', label: t('desktop.cut'), enabled: editFlags.canCut },
  { role: 'copy', label: t('desktop.copy'), enabled: editFlags.canCopy },
  { role: 'paste', label: t('desktop.paste'), enabled: editFlags.canPaste },
  separator,
  { role: 'selectAll', label: t('desktop.selectAll'), enabled: editFlags.canSelectAll },
]

const itemsFor = (at: ContextMenuParams): MenuItemConstructorOptions[] => {
  if (at.isEditable) return fieldItems(at)
  return at.selectionText.trim() === '' ? [] : [{ role: 'copy', label: t('desktop.copy') }]
}

/**
 * Offers what can be done with text where it is asked for, by a right click or the menu key: Electron has no such menu
 * of its own. A page that shows a menu of its own there keeps this one away.
 */
export const offerEditMenu = (window: BrowserWindow): void => {
  window.webContents.on('context-menu', (_event, at) => {
    const items = itemsFor(at)
    // Where the text is, also when it was asked for by a key.
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window, x: at.x, y: at.y })
  })
}
