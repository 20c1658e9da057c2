import { join } from 'node:path'
import { app } from 'electron'
import { pushes } from '../../contract/channels'
import type { ChosenShortcuts, CommandId } from '../../contract/plain/commands'
import { setLocale } from '../../language/words'
import type { StopEverything } from '../inbound/stop-everything'
import { setApplicationMenu } from '../platform/menu'
import { createTray } from '../platform/tray'
import type { Foundation } from './foundation'
import type { AppLanguage } from './language'

/** Where the app shows itself beside its chat window. */
export type DesktopOptions = Pick<Foundation, 'windows' | 'tellAll' | 'tellChat' | 'waiting' | 'state'> & {
  readonly appPath: string
  readonly stopEverything: StopEverything
  readonly language: AppLanguage
}

/** Adds the menu, the quick-ask window and the tray. Called once the chat window is there. */
export const joinDesktop = ({ appPath, windows, language, ...options }: DesktopOptions): void => {
  const { tellAll, tellChat, waiting, state, stopEverything } = options
  // The banner that says what was stopped is in the chat window.
  const stop = (): void => {
    windows.openChat()
    void stopEverything()
  }
  windows.prepareQuickAsk(() => {
    tellAll(pushes.quickAskShown, null)
  })
  const tray = createTray(join(appPath, 'resources'), {
    open: windows.openChat,
    quickAsk: windows.showQuickAsk,
    connections: () => {
      tellChat(pushes.navigate, { view: 'connections' })
      windows.openChat()
    },
    stopEverything: stop,
    quit: () => {
      app.quit()
    },
  })
  const run = (id: CommandId): void => {
    windows.openChat()
    tellChat(pushes.command, id)
  }
  let shortcuts: ChosenShortcuts = {}
  const setMenu = (): void => {
    setApplicationMenu({ run, stopEverything: stop, quickAsk: windows.showQuickAsk }, shortcuts)
  }
  state.followPreferences((preferences) => {
    if (preferences.shortcuts === shortcuts) return
    shortcuts = preferences.shortcuts
    setMenu()
  })
  language.follow((locale) => {
    void setLocale(locale).then(() => {
      setMenu()
      tray.speak()
    })
  })
  waiting.follow((count) => {
    tray.setWaiting(count)
    // Where the system has a place for it: the dock, or the launcher of some desktops.
    app.setBadgeCount(count)
  })
  app.once('will-quit', () => {
    tray.destroy()
  })
}
