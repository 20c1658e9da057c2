import { join } from 'node:path'
import { app, session } from 'electron'
import { declareAppScheme, serveAppFiles } from './platform/app-protocol'
import { useCodeCache } from './platform/code-cache'
import { silenceLibraries } from './platform/environment'
import { collectArrivals, isOnlyInstance, isStartedHidden, useDataFolder, type Arrivals } from './platform/instance'
import { openLocale } from './platform/locale'
import { isForQuickAskAlone } from './platform/start-arguments'
import { guardEverything, isStartedForDebugging, silenceChromium } from './platform/web-security'
import { openWindowHints } from './platform/window-hints'
import { openWindows } from './platform/windows'
import { listenToWindows } from './inbound/ipc'

/** Opens the window first; everything else is loaded while its page paints. */
const openApp = (dataFolder: string, arrivals: Arrivals): void => {
  const appPath = app.getAppPath()
  serveAppFiles(session.defaultSession, join(appPath, 'out', 'renderer'))
  const codeCache = useCodeCache(join(dataFolder, 'code-cache'), join(appPath, 'out', 'main', 'chunks'))
  const hints = openWindowHints(dataFolder)
  const locale = openLocale(hints.read().language)
  const hidden = isStartedHidden() || isForQuickAskAlone(process.argv)
  const windows = openWindows({ appPath, hints, locale, hidden })
  const door = import('./composition/app').then(({ composeApp }) =>
    composeApp({ appPath, dataFolder, windows, locale, arrivals, codeCache }),
  )
  listenToWindows(windows.isOurs, door)
}

const start = (): void => {
  silenceLibraries()
  silenceChromium()
  declareAppScheme()
  guardEverything()
  const dataFolder = useDataFolder()
  if (isStartedForDebugging()) {
    app.exit(1)
  } else if (!isOnlyInstance()) {
    app.exit(0)
  } else {
    const arrivals = collectArrivals()
    void app.whenReady().then(() => {
      openApp(dataFolder, arrivals)
    })
  }
}

start()
