import { app, BrowserWindow, screen } from 'electron'
import { backgroundColor, type WindowFiles } from './chat-window'
import { windowPreferences } from './web-security'

/** The quick-ask window: made once, kept ready and hidden, so that no key typed after the shortcut is lost. */
export type QuickAskWindow = {
  readonly window: BrowserWindow
  readonly show: () => void
  readonly hide: () => void
  readonly toggle: () => void
  readonly resize: (height: number) => void
}

const width = 680
const initialHeight = 64

const placeOnActiveScreen = (window: BrowserWindow): void => {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint())
  const [, height = initialHeight] = window.getSize()
  window.setBounds({
    x: Math.round(workArea.x + (workArea.width - width) / 2),
    y: Math.round(workArea.y + workArea.height / 4),
    width,
    height,
  })
}

const makeWindow = (files: WindowFiles): BrowserWindow =>
  new BrowserWindow({
    width,
    height: initialHeight,
    show: false,
    frame: false,
    // Transparent is black without a compositor.
    transparent: false,
    resizable: false,
    maximizable: false,
    minimizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    title: app.getName(),
    icon: files.icon,
    backgroundColor: backgroundColor('quickAsk'),
    // Painted while hidden, so that showing it is only showing it.
    paintWhenInitiallyHidden: true,
    webPreferences: { ...windowPreferences(files.preload), backgroundThrottling: false },
  })

const hideWhenDone = (window: BrowserWindow, hide: () => void): void => {
  window.on('blur', hide)
  window.webContents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || input.key !== 'Escape' || input.isComposing) return
    event.preventDefault()
    hide()
  })
  let quitting = false
  app.once('before-quit', () => {
    quitting = true
  })
  window.on('close', (event) => {
    if (quitting) return
    event.preventDefault()
    hide()
  })
}

/** Makes the quick-ask window, hidden. `onShown` runs each time it comes up. */
export const createQuickAskWindow = (files: WindowFiles, onShown: () => void): QuickAskWindow => {
  const window = makeWindow(files)
  const hide = (): void => {
    if (window.isVisible()) window.hide()
  }
  const show = (): void => {
    placeOnActiveScreen(window)
    window.show()
    window.focus()
    window.webContents.focus()
    onShown()
  }
  hideWhenDone(window, hide)
  void window.loadURL(files.page)
  return {
    window,
    show,
    hide,
    toggle: () => {
      if (window.isVisible()) hide()
      else show()
    },
    resize: (height) => {
      // `setSize` is refused on a window that can't be resized on some systems; `setBounds` is not.
      window.setBounds({ ...window.getBounds(), width, height })
    },
  }
}
