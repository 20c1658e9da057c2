import { expect, type ElectronApplication } from '@playwright/test'
import { askMain, doInMain } from './in-main'

/** What main says of a window. */
export type WindowFacts = { readonly visible: boolean; readonly focused: boolean; readonly count: number }

/** Whether the window of a surface is shown and has the focus, as the window system sees it. */
export const windowFacts = (electron: ElectronApplication, surface: 'chat' | 'quick-ask'): Promise<WindowFacts> =>
  askMain(() =>
    electron.evaluate(({ BrowserWindow }, name) => {
      const ours = BrowserWindow.getAllWindows().filter((window) =>
        window.webContents.getURL().includes(`${name}.html`),
      )
      return {
        visible: ours.some((window) => window.isVisible()),
        focused: ours.some((window) => window.isFocused()),
        count: ours.length,
      }
    }, surface),
  )

/** Shows, focuses or closes a window as the window system would. */
export const toWindow = (
  electron: ElectronApplication,
  surface: 'chat' | 'quick-ask',
  action: 'focus' | 'blur' | 'close' | 'show',
): Promise<void> =>
  doInMain(() =>
    electron.evaluate(
      ({ BrowserWindow }, [name, verb]) => {
        for (const window of BrowserWindow.getAllWindows()) {
          if (!window.webContents.getURL().includes(`${String(name)}.html`)) continue
          if (verb === 'focus') window.focus()
          if (verb === 'blur') window.blur()
          if (verb === 'show') window.show()
          if (verb === 'close') window.close()
        }
      },
      [surface, action],
    ),
  )

/** Chooses light or dark for every window, over whatever the system says, and waits until each page has it. */
export const useTheme = async (electron: ElectronApplication, theme: 'light' | 'dark'): Promise<void> => {
  await doInMain(() =>
    electron.evaluate(({ nativeTheme }, name) => {
      nativeTheme.themeSource = name
    }, theme),
  )
  for (const page of electron.windows()) {
    await expect
      .poll(() => page.evaluate((name) => matchMedia(`(prefers-color-scheme: ${name})`).matches, theme))
      .toBe(true)
  }
}

/** Zooms the chat window, as Ctrl+ does. */
export const zoomTo = (electron: ElectronApplication, factor: number): Promise<void> =>
  doInMain(() =>
    electron.evaluate(({ BrowserWindow }, zoom) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.setZoomFactor(zoom)
    }, factor),
  )

/** Gives the chat window an exact content size. */
export const resizeChat = (electron: ElectronApplication, width: number, height: number): Promise<void> =>
  doInMain(() =>
    electron.evaluate(
      ({ BrowserWindow }, [w, h]) => {
        for (const window of BrowserWindow.getAllWindows()) {
          if (window.webContents.getURL().includes('chat.html')) window.setContentSize(Number(w), Number(h))
        }
      },
      [width, height],
    ),
  )

/** What each window was really made with. */
export const webPreferences = (electron: ElectronApplication): Promise<unknown[]> =>
  askMain(() =>
    electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }): unknown => {
        const read: unknown = Reflect.get(webContents, 'getLastWebPreferences')
        return typeof read === 'function' ? Reflect.apply(read, webContents, []) : 'unknown'
      }),
    ),
  )

/** Chooses an item of the application menu, which runs in the chat window that was used last. */
export const chooseInApplicationMenu = (electron: ElectronApplication, id: string): Promise<void> =>
  doInMain(() =>
    electron.evaluate(({ Menu }, name) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(name)
      const click: unknown = item === undefined || item === null ? undefined : Reflect.get(item, 'click')
      if (typeof click !== 'function') throw new Error(`The menu has no “${name}”`)
      Reflect.apply(click, item, [])
    }, id),
  )

/** The keys that the application menu shows beside an item. */
export const keysInApplicationMenu = (electron: ElectronApplication, id: string): Promise<unknown> =>
  askMain(() =>
    electron.evaluate(({ Menu }, name): unknown => Menu.getApplicationMenu()?.getMenuItemById(name)?.accelerator, id),
  )
