import { join } from 'node:path'
import { nativeTheme, type BrowserWindow, type WebFrameMain } from 'electron'
import type { Preferences } from '../../contract/settings'
import { appHost, appScheme } from './app-files'
import type { AppLocale } from './locale'
import { backgroundColor, type HintStore } from './chat-window'
import { openChatWindows } from './chat-windows'
import { isTrustedFrame } from './trusted-frame'
import { createQuickAskWindow, type QuickAskWindow } from './quick-ask-window'

/** The app's windows. */
export type Windows = {
  /** Resolves when the chat window's page was painted for the first time. */
  readonly painted: Promise<void>
  /** Brings the chat window that was used last to the front. */
  readonly openChat: () => void
  /** Opens one more chat window, on a thread or on a new chat. */
  readonly openAnother: (threadId: string | null) => void
  /** Makes the quick-ask window ahead of its first use; `onShown` runs each time it comes up. */
  readonly prepareQuickAsk: (onShown: () => void) => void
  /** Shows or hides it; before it is made, shows it as soon as it can be seen. */
  readonly toggleQuickAsk: () => void
  /** Shows it; before it is made, as soon as it can be seen. */
  readonly showQuickAsk: () => void
  readonly hideQuickAsk: () => void
  /** Lets it stay without the focus for as long as it is held. */
  readonly holdQuickAsk: (held: boolean) => void
  readonly resizeQuickAsk: (height: number) => void
  /** Sends a message to every window. */
  readonly broadcast: (channel: string, payload: unknown) => void
  /** Sends a message to the chat window that was used last. */
  readonly tellChat: (channel: string, payload: unknown) => void
  /** Sends a message to the quick-ask window. */
  readonly tellQuickAsk: (channel: string, payload: unknown) => void
  /** Whether a frame is the main frame of one of these windows, showing one of our own pages. */
  readonly isOurs: (frame: WebFrameMain | null) => boolean
  readonly setTheme: (theme: Preferences['theme']) => void
  /** Chooses the language of windows to come, also after a restart; those that are open hear of it by the app's state. */
  readonly setLanguage: (language: Preferences['language']) => void
  /** Remembers it for the next window; those that are open hear it from their state. */
  readonly setContrast: (contrast: Preferences['contrast']) => void
}

/** Where the built app is and what its windows remember. */
export type WindowsOptions = {
  readonly appPath: string
  readonly hints: HintStore
  readonly locale: AppLocale
  /** Whether the chat window waits to be called: the app came with the system's start, or for quick ask alone. */
  readonly hidden: boolean
}

const choices = (hints: HintStore, locale: AppLocale): Pick<Windows, 'setTheme' | 'setLanguage' | 'setContrast'> => ({
  setTheme: (theme) => {
    nativeTheme.themeSource = theme
    hints.update({ theme })
  },
  setLanguage: (language) => {
    locale.choose(language)
    if (hints.read().language !== language) hints.update({ language })
  },
  setContrast: (contrast) => {
    hints.update({ contrast })
  },
})

/** Opens the chat window and answers for all windows from then on. */
export const openWindows = ({ appPath, hints, locale, hidden }: WindowsOptions): Windows => {
  const files = (page: string) => ({
    preload: join(appPath, 'out', 'preload', 'index.cjs'),
    icon: join(appPath, 'resources', 'icon.png'),
    // What a page can't ask for before its first paint.
    page: `${appScheme}://${appHost}/${page}?contrast=${hints.read().contrast}&locale=${locale.current()}`,
  })
  nativeTheme.themeSource = hints.read().theme
  const chats = openChatWindows(() => files('chat.html'), hints, hidden)
  let prepared: QuickAskWindow | undefined
  let quickAskWanted = false
  nativeTheme.on('updated', () => {
    for (const window of chats.all()) if (!window.isDestroyed()) window.setBackgroundColor(backgroundColor('chat'))
    if (prepared?.window.isDestroyed() === false) prepared.window.setBackgroundColor(backgroundColor('quickAsk'))
  })
  const own = (): readonly BrowserWindow[] => [...chats.all(), ...(prepared === undefined ? [] : [prepared.window])]
  const send = (window: BrowserWindow, channel: string, payload: unknown): void => {
    if (!window.isDestroyed()) window.webContents.send(channel, payload)
  }
  return {
    painted: chats.first.painted,
    openChat: () => {
      chats.current().open()
    },
    openAnother: chats.openAnother,
    prepareQuickAsk: (onShown) => {
      prepared ??= createQuickAskWindow(files('quick-ask.html'), onShown)
      if (quickAskWanted) prepared.showWhenReady()
    },
    toggleQuickAsk: () => {
      quickAskWanted = prepared === undefined
      prepared?.toggle()
    },
    showQuickAsk: () => {
      quickAskWanted = prepared === undefined
      prepared?.showWhenReady()
    },
    hideQuickAsk: () => prepared?.hide(),
    holdQuickAsk: (held) => prepared?.hold(held),
    resizeQuickAsk: (height) => prepared?.resize(height),
    broadcast: (channel, payload) => {
      for (const window of own()) send(window, channel, payload)
    },
    tellChat: (channel, payload) => {
      send(chats.current().window, channel, payload)
    },
    tellQuickAsk: (channel, payload) => {
      if (prepared !== undefined) send(prepared.window, channel, payload)
    },
    isOurs: (frame) =>
      isTrustedFrame(
        frame,
        own().flatMap((window) => (window.isDestroyed() ? [] : [window.webContents.mainFrame])),
      ),
    ...choices(hints, locale),
  }
}
