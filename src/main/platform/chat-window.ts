import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { backgroundColors } from './background-colors'
import { offerEditMenu } from './edit-menu'
import { windowPreferences } from './web-security'
import type { Bounds, WindowHints } from './window-hints'

/** What a window of ours is made from. */
export type WindowFiles = { readonly preload: string; readonly page: string; readonly icon: string }

/** The remembered place of the chat window. */
export type HintStore = {
  readonly read: () => WindowHints
  readonly update: (change: Partial<WindowHints>) => void
}

/** A chat window. */
export type ChatWindow = {
  readonly window: BrowserWindow
  /** Resolves when the page was painted for the first time. */
  readonly painted: Promise<void>
  /** Brings it to the front. */
  readonly open: () => void
}

const defaultSize = { width: 1100, height: 760 }
const minimumSize = { minWidth: 520, minHeight: 420 }

/** The colour behind a page before its first paint, so that no window flashes. */
export const backgroundColor = (page: keyof typeof backgroundColors): string =>
  backgroundColors[page][nativeTheme.shouldUseDarkColors ? 'dark' : 'light']

const isOnScreen = (bounds: Bounds): boolean => {
  const { workArea } = screen.getDisplayMatching(bounds)
  const across = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x)
  const down = Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y)
  return across > minimumSize.minWidth / 2 && down > minimumSize.minHeight / 2
}

const rememberedPlace = (bounds: Bounds | undefined): Bounds | typeof defaultSize =>
  bounds !== undefined && isOnScreen(bounds) ? bounds : defaultSize

const reloadAfterCrash = (window: BrowserWindow): void => {
  let last = 0
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    // A page that crashes again at once would crash for ever.
    if (reason === 'clean-exit' || Date.now() - last < 10_000) return
    last = Date.now()
    window.webContents.reload()
  })
}

const stepPx = 28

// One more window stands beside the one it came from, not on it.
const placeBeside = (window: BrowserWindow): Bounds | typeof defaultSize => {
  const { x, y, width, height } = window.getNormalBounds()
  const beside = { x: x + stepPx, y: y + stepPx, width, height }
  return isOnScreen(beside) ? beside : { width, height }
}

const hideOnClose = (window: BrowserWindow, hints: HintStore): void => {
  let quitting = false
  app.once('before-quit', () => {
    quitting = true
  })
  window.on('close', (event) => {
    hints.update({ bounds: window.getNormalBounds(), maximized: window.isMaximized() })
    if (quitting) return
    event.preventDefault()
    window.hide()
  })
}

type Beginning = { readonly place: Bounds | typeof defaultSize; readonly hidden: boolean }

const makeChatWindow = (files: WindowFiles, { place, hidden }: Beginning): ChatWindow => {
  const window = new BrowserWindow({
    ...place,
    ...minimumSize,
    show: false,
    title: app.getName(),
    icon: files.icon,
    backgroundColor: backgroundColor('chat'),
    autoHideMenuBar: true,
    webPreferences: windowPreferences(files.preload),
  })
  reloadAfterCrash(window)
  offerEditMenu(window)
  const open = (): void => {
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }
  const painted = new Promise<void>((resolve) => {
    let closed = hidden
    window.once('close', () => {
      closed = true
    })
    window.once('ready-to-show', () => {
      // Whoever closed it before it was there does not want it any more.
      if (!closed && !hidden) window.show()
      resolve()
    })
  })
  void window.loadURL(files.page)
  return { window, painted, open }
}

/**
 * Makes the chat window; it shows itself once its page is painted, unless it is to stay hidden until it is called.
 * Closing it hides it; only quitting ends it.
 */
export const createChatWindow = (files: WindowFiles, hints: HintStore, hidden: boolean): ChatWindow => {
  const { bounds, maximized } = hints.read()
  const chat = makeChatWindow(files, { place: rememberedPlace(bounds), hidden })
  if (maximized) chat.window.maximize()
  hideOnClose(chat.window, hints)
  return chat
}

/** Makes one more chat window beside another one. Closing it ends it. */
export const createFurtherChatWindow = (files: WindowFiles, beside: BrowserWindow): ChatWindow =>
  makeChatWindow(files, { place: placeBeside(beside), hidden: false })
