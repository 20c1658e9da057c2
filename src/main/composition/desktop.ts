import { join } from 'node:path'
import { app } from 'electron'
import { pushes } from '../../contract/channels'
import type { StopEverything } from '../inbound/stop-everything'
import { setApplicationMenu } from '../platform/menu'
import { createTray } from '../platform/tray'
import type { Foundation } from './foundation'

/** Where the app shows itself beside its chat window. */
export type DesktopOptions = Pick<Foundation, 'windows' | 'tellAll' | 'tellChat'> & {
  readonly appPath: string
  readonly stopEverything: StopEverything
}

/** Adds the menu, the quick-ask window, the tray and the link handler. Called once the chat window is there. */
export const joinDesktop = ({ appPath, windows, tellAll, tellChat, stopEverything }: DesktopOptions): void => {
  // The banner that says what was stopped is in the chat window.
  const stop = (): void => {
    windows.openChat()
    void stopEverything()
  }
  setApplicationMenu({ stopEverything: stop })
  windows.prepareQuickAsk(() => {
    tellAll(pushes.quickAskShown, null)
  })
  const tray = createTray(join(appPath, 'resources', 'tray.png'), {
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
  app.once('will-quit', () => {
    tray.destroy()
  })
}
