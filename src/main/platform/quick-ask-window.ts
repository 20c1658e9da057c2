import { app, BrowserWindow, screen, type Point } from 'electron'
import { backgroundColor, type WindowFiles } from './chat-window'
import { offerEditMenu } from './edit-menu'
import { windowPreferences } from './web-security'

/** The quick-ask window: made once, kept ready and hidden, so that no key typed after the shortcut is lost. */
export type QuickAskWindow = {
  readonly window: BrowserWindow
  readonly show: () => void
  /** Shows it as soon as its page can be seen. */
  readonly showWhenReady: () => void
  readonly hide: () => void
  /** Hides it where it has the focus, and shows it where it is out of sight or behind something. */
  readonly toggle: () => void
  /** Lets it stay without the focus, for as long as a dialog that it opened has it. */
  readonly hold: (held: boolean) => void
  readonly resize: (height: number) => void
}

const width = 680
const initialHeight = 64

const placeOnActiveScreen = (): Point => {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint())
  return {
    x: Math.round(workArea.x + (workArea.width - width) / 2),
    y: Math.round(workArea.y + workArea.height / 4),
  }
}

// Above what is in full screen, on whichever desktop the person is: they asked for it there.
const riseAboveAll = (window: BrowserWindow): void => {
  window.setAlwaysOnTop(true, 'screen-saver')
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true })
}

const makeWindow = (files: WindowFiles): BrowserWindow =>
  new BrowserWindow({
    // A panel takes keys without taking the person out of a full-screen app.
    ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
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

const hideWhenDone = (window: BrowserWindow, hide: () => void, isHeld: () => boolean): void => {
  window.on('blur', () => {
    if (!isHeld()) hide()
  })
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
  riseAboveAll(window)
  offerEditMenu(window)
  let ready = false
  window.once('ready-to-show', () => {
    ready = true
  })
  let held = false
  const hide = (): void => {
    held = false
    if (window.isVisible()) window.hide()
  }
  // Remembered, not asked for: under some window managers a window that was just shown says that it is at 0, 0.
  let place = placeOnActiveScreen()
  const show = (): void => {
    const [, height = initialHeight] = window.getSize()
    place = placeOnActiveScreen()
    window.setBounds({ ...place, width, height })
    window.show()
    window.focus()
    window.webContents.focus()
    onShown()
  }
  hideWhenDone(window, hide, () => held)
  void window.loadURL(files.page)
  return {
    window,
    show,
    showWhenReady: () => {
      if (ready) show()
      else window.once('ready-to-show', show)
    },
    hide,
    toggle: () => {
      if (window.isVisible() && window.isFocused()) hide()
      else show()
    },
    hold: (hold) => {
      held = hold
    },
    resize: (height) => {
      // `setSize` is refused on a window that can't be resized on some systems; `setBounds` is not.
      window.setBounds({ ...place, width, height })
    },
  }
}
