import { app, powerMonitor } from 'electron'
import { pushes } from '../../contract/channels'
import type { Doctor } from '../doctor/doctor'
import { activityHandlers } from '../inbound/activity-handlers'
import { connectionHandlers } from '../inbound/connection-handlers'
import { approvalHandlers, conversationHandlers, type ConversationPorts } from '../inbound/conversation-handlers'
import { messageHandlers } from '../inbound/message-handlers'
import { dataHandlers, type DataPorts } from '../inbound/data-handlers'
import { doctorHandlers } from '../inbound/doctor-handlers'
import { grantHandlers } from '../inbound/grant-handlers'
import { createAskedDesk, type AskedDesk } from '../inbound/asked-desk'
import { createDeepLinkRouter, followLink } from '../inbound/deep-link-router'
import { createDoor, type Door } from '../inbound/door'
import type { Handlers, ServicesSource } from '../inbound/handlers'
import { fileHandlers } from '../inbound/file-handlers'
import { transferHandlers } from '../inbound/transfer-handlers'
import { promptHandlers } from '../inbound/prompt-handlers'
import { modelHandlers, type CurrentModel } from '../inbound/model-handlers'
import { quickAskHandlers, type QuickAskPorts } from '../inbound/quick-ask-handlers'
import { sessionHandlers } from '../inbound/session-handlers'
import { threadListHandlers } from '../inbound/thread-list-handlers'
import { settingsHandlers, type SettingsPorts } from '../inbound/settings-handlers'
import { createStopEverything } from '../inbound/stop-everything'
import { appHandlers, type WindowPorts } from '../inbound/window-handlers'
import { failure } from '../platform/failures'
import { openLink, showInFolder } from '../platform/external-links'
import { createLoginStart } from '../platform/login-start'
import type { Arrivals } from '../platform/instance'
import { readConfiguration } from '../platform/read-configuration'
import { openFile } from '../platform/open-dialog'
import { saveFile } from '../platform/save-dialog'
import type { ShortcutState } from '../platform/shortcut'
import { openFoundation, type Foundation, type FoundationOptions } from './foundation'
import { keepLanguage } from './language'
import { logBugs } from './log-bugs'
import { dataPorts } from './data-ports'
import { followModel, modelIn } from './follow-model'
import { describeMode } from './mode'
import type { RunningServices } from './services'
import { openDoctor } from './open-doctor'
import { createServicesRunner, type ServicesRunner } from './services-runner'

/** What the first steps of the start hand over. */
export type Surroundings = FoundationOptions & { readonly appPath: string; readonly arrivals: Arrivals }

const closeLimitMs = 3000

const runServices = (foundation: Foundation): ServicesRunner<RunningServices> => {
  const { configuration, state, logger } = foundation
  return createServicesRunner({
    prepare: async () => {
      const read = readConfiguration(await configuration.read())
      // Where nothing is remembered nobody can be restored, and the window need not wait to say so.
      state.setSession({ kind: configuration.hasSecrets() ? 'restoring' : 'signed-out' })
      state.setMode(describeMode(read, configuration.dotenvPath))
      return read
    },
    begin: async (read) => {
      const { startServices } = await import('./services')
      return await startServices(read, foundation)
    },
    onError: (error) => {
      logger.error('services', error)
    },
    closeLimitMs,
  })
}

const keepShortcut =
  ({ state, shortcut }: Foundation): ((accelerator: string) => ShortcutState) =>
  (accelerator) => {
    const set = shortcut.set(accelerator)
    state.setShortcut(set)
    return set
  }

// Nobody looks for what never happens: a shortcut that does nothing is said without being asked.
const takeShortcut = ({ settings, state }: Foundation, setShortcut: (accelerator: string) => ShortcutState): void => {
  const { registered, wayland, accelerator } = setShortcut(settings.read().preferences.quickAskShortcut)
  if (registered) return
  if (!wayland) state.notice(failure('shortcut-taken', { subject: accelerator }))
  else if (!settings.read().told.includes('wayland')) {
    state.notice(failure('shortcut-wayland'), 'info')
    settings.save({ told: [...settings.read().told, 'wayland'] })
  }
}

type Ports = {
  readonly windows: WindowPorts
  readonly quickAsk: QuickAskPorts
  readonly settings: SettingsPorts
  readonly doctor: Doctor
  readonly data: DataPorts
  readonly currentModel: CurrentModel
  readonly conversation: ConversationPorts
}

const makeHandlers = (
  services: ServicesSource,
  { windows, quickAsk, settings, doctor, data, currentModel, conversation }: Ports,
): Handlers => ({
  ...appHandlers(windows),
  ...quickAskHandlers(services, quickAsk),
  ...settingsHandlers(settings),
  ...sessionHandlers(services),
  ...connectionHandlers(services),
  ...conversationHandlers(services, conversation),
  ...messageHandlers(services),
  ...threadListHandlers(services),
  ...approvalHandlers(services),
  ...grantHandlers(services),
  ...promptHandlers(services),
  ...fileHandlers(services, conversation.tellAll),
  ...transferHandlers(services, { save: saveFile, open: openFile }),
  ...activityHandlers(services, saveFile),
  ...dataHandlers(services, data),
  ...doctorHandlers(doctor),
  ...modelHandlers(currentModel),
})

const closeOnQuit = (runner: ServicesRunner<RunningServices>): void => {
  app.once('will-quit', (event) => {
    event.preventDefault()
    void runner.close().finally(() => {
      app.exit()
    })
  })
}

const lookOnFocus = (runner: ServicesRunner<RunningServices>): void => {
  app.on('browser-window-focus', () => {
    void runner.source().then((services) => {
      if (services.ok) services.value.connections.look()
    })
  })
}

const wakeOnResume = (runner: ServicesRunner<RunningServices>): void => {
  powerMonitor.on('resume', () => {
    void runner.wake()
  })
}

const openAskedDesk = ({ windows, state, tellQuickAsk }: Foundation): AskedDesk =>
  createAskedDesk({
    session: state.session,
    onSession: state.onSession,
    showQuickAsk: windows.showQuickAsk,
    tellQuickAsk: () => {
      tellQuickAsk(pushes.asked, null)
    },
    openChat: windows.openChat,
    notice: (failed) => {
      state.notice(failed, 'info')
    },
    takeBack: state.takeBack,
  })

type Following = { readonly runner: ServicesRunner<RunningServices>; readonly asked: AskedDesk }

const followArrivals = (arrivals: Arrivals, foundation: Foundation, { runner, asked }: Following): void => {
  const { windows, state, tellChat, logger } = foundation
  const route = createDeepLinkRouter({
    follow: followLink(runner.source),
    openChat: windows.openChat,
    showQuickAsk: windows.showQuickAsk,
    toggleQuickAsk: windows.toggleQuickAsk,
    offer: asked.offer,
    notice: state.notice,
    showConnections: () => {
      tellChat(pushes.navigate, { view: 'connections' })
    },
    onError: (error) => {
      logger.error('deep-link', error)
    },
  })
  arrivals.listen((arrival) => {
    void route(arrival)
  })
}

/** Puts everything behind the first window together; what is not needed to paint it starts after it was painted. */
export const composeApp = ({ appPath, arrivals, ...given }: Surroundings): Door => {
  const foundation = openFoundation(given)
  const { dataFolder, windows, logger, state, tellChat } = foundation
  logBugs(logger)
  const runner = runServices(foundation)
  const setShortcut = keepShortcut(foundation)
  const language = keepLanguage(foundation)
  const stopEverything = createStopEverything(runner.source, state.notice)
  closeOnQuit(runner)
  void windows.painted.then(() => {
    runner.start()
    wakeOnResume(runner)
    lookOnFocus(runner)
    void import('./desktop').then(({ joinDesktop }) => {
      joinDesktop({ ...foundation, appPath, stopEverything, language })
    })
    takeShortcut(foundation, setShortcut)
  })
  const asked = openAskedDesk(foundation)
  followArrivals(arrivals, foundation, { runner, asked })
  const handlers = makeHandlers(runner.source, {
    conversation: { stopEverything, tellAll: foundation.tellAll },
    windows: { state, windows, openLink, restart: runner.restart, showFile: showInFolder },
    quickAsk: { windows, tellChat, asked },
    settings: {
      ...foundation,
      dataPath: dataFolder,
      setTheme: windows.setTheme,
      setLanguage: language.set,
      setContrast: windows.setContrast,
      setPreferences: state.setPreferences,
      loginStart: createLoginStart(),
      useModel: followModel(foundation, runner),
      setShortcut,
      notice: state.notice,
    },
    currentModel: async () => modelIn(readConfiguration(await foundation.configuration.read())),
    doctor: openDoctor(foundation, runner, setShortcut),
    data: dataPorts(foundation),
  })
  return createDoor({
    handlers,
    onError: (channel, error) => {
      logger.error(channel, error)
    },
  })
}
