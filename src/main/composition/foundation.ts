import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { app, ipcMain } from 'electron'
import { pushes } from '../../contract/channels'
import type { Failure } from '../../contract/failure'
import { createAppStateStore, type AppStateStore } from '../inbound/app-state'
import { createPush, type Push } from '../inbound/pushes'
import { systemClock } from '../platform/clock'
import { electronSafeStorage } from '../platform/electron-safe-storage'
import type { CodeCache } from '../platform/code-cache'
import { environment } from '../platform/environment'
import type { AppLocale } from '../platform/locale'
import { createLogger, type Logger } from '../platform/logger'
import { registerProtocolHandler, type ProtocolHandler } from '../platform/protocol-handler'
import { createSecretStore, type SecretStore } from '../platform/secret-store'
import { createQuickAskShortcut } from '../platform/quick-ask-shortcut'
import type { Shortcut } from '../platform/shortcut'
import { openSettings, type SettingsStore } from '../platform/settings'
import { openStoredConfiguration, type StoredConfiguration } from '../platform/stored-configuration'
import type { Windows } from '../platform/windows'
import { createWaiting, type Waiting } from './waiting'

/** What everything else stands on: the data folder's files, the log, and the windows' view of the app. */
export type Foundation = {
  readonly dataFolder: string
  readonly windows: Windows
  readonly locale: AppLocale
  readonly codeCache: CodeCache
  readonly logger: Logger
  readonly settings: SettingsStore
  readonly secrets: SecretStore
  readonly configuration: StoredConfiguration
  readonly linkHandler: ProtocolHandler
  readonly state: AppStateStore
  readonly shortcut: Shortcut
  readonly tellAll: Push
  readonly tellChat: Push
  readonly tellQuickAsk: Push
  readonly waiting: Waiting
}

/** What the foundation is laid on. */
export type FoundationOptions = Pick<Foundation, 'dataFolder' | 'windows' | 'locale' | 'codeCache'>

/** Opens the data folder's files. What can't be read is set aside and said, never fatal. */
export const openFoundation = ({ dataFolder, windows, locale, codeCache }: FoundationOptions): Foundation => {
  const logger = createLogger({ path: join(dataFolder, 'logs', 'main.log'), clock: systemClock })
  const tellAll = createPush(windows.broadcast)
  const early: Failure[] = []
  let report = (failure: Failure): void => {
    early.push(failure)
  }
  const files = { directory: dataFolder, clock: systemClock, report: (failure: Failure) => report(failure) }
  const settings = openSettings(files)
  // SECURITY: electron-store listens here for renderers that open stores of their own; ours never do,
  // and every call of a window goes through one checked door.
  ipcMain.removeAllListeners('electron-store-get-data')
  const secrets = createSecretStore({ ...files, safeStorage: electronSafeStorage, windowShown: windows.painted })
  const { quickAskShortcut } = settings.read().preferences
  const shortcut = createQuickAskShortcut(quickAskShortcut, windows.toggleQuickAsk)
  const state = createAppStateStore({
    version: app.getVersion(),
    locale: locale.current(),
    preferences: settings.read().preferences,
    shortcut: shortcut.state(),
    newId: randomUUID,
    onChange: (changed) => {
      tellAll(pushes.appState, changed)
    },
  })
  report = (failure) => {
    logger.problem('notice', { code: failure.code })
    state.notice(failure)
  }
  for (const failure of early) report(failure)
  const configuration = openStoredConfiguration({ ...files, environment, settings, secrets })
  const tellChat = createPush(windows.tellChat)
  const linkHandler = registerProtocolHandler(windows.painted, (error) => {
    logger.error('protocol-handler', error)
  })
  return {
    dataFolder,
    windows,
    locale,
    codeCache,
    logger,
    settings,
    secrets,
    configuration,
    linkHandler,
    state,
    shortcut,
    tellAll,
    tellChat,
    tellQuickAsk: createPush(windows.tellQuickAsk),
    waiting: createWaiting(),
  }
}
