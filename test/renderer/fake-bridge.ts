import type { Bridge } from '../../src/contract/bridge'
import { pushes, type PushChannel } from '../../src/contract/channels'
import { ok } from '../../src/contract/result'
import type { PushOf } from '../../src/contract/methods'
import type { Settings } from '../../src/contract/settings'
import { appState, connectionsState } from './samples'

type Calls = Omit<Bridge, 'on' | 'surface'>
type Listeners = { readonly [P in PushChannel]: Set<(payload: PushOf<P>) => void> }

/** A bridge whose answers a test chooses, and the means to play main. */
export type FakeBridge = {
  readonly bridge: Bridge
  readonly push: <P extends PushChannel>(channel: P, payload: PushOf<P>) => void
}

/** Settings of an app that nothing is set in. */
export const emptySettings: Settings = {
  preferences: {
    theme: 'system',
    language: 'system',
    contrast: 'system',
    guide: 'done',
    notifications: 'on',
    notificationContent: 'hidden',
    quickAskShortcut: 'Control+Shift+Space',
    shortcuts: {},
  },
  configuration: [],
  keychain: true,
  dataPath: '/home/ada/.config/Onbehalf',
  startAtLogin: false,
}

const done = async (): Promise<{ readonly ok: true; readonly value: null }> => await Promise.resolve(ok(null))

const give =
  <T>(value: T) =>
  async (): Promise<{ readonly ok: true; readonly value: T }> =>
    await Promise.resolve(ok(value))

const answers: Calls = {
  appState: give(appState()),
  openLink: done,
  dismissNotice: done,
  restart: done,
  showFile: done,
  openWindow: done,
  signIn: done,
  cancelSignIn: done,
  signOut: done,
  listConnections: give(connectionsState([])),
  connect: done,
  disconnect: done,
  disconnectAll: give({ readAt: 0, deleted: 0, left: [] }),
  listThreads: give([]),
  openThread: async ({ threadId }) =>
    await Promise.resolve(
      ok({
        thread: { id: threadId, title: threadId, createdAt: 0, updatedAt: 0, run: 'idle' },
        messages: [],
        draft: '',
        queue: { messages: [], held: false },
      }),
    ),
  deleteThread: done,
  readDraft: give({ text: '' }),
  saveDraft: done,
  send: async ({ threadId }) => await Promise.resolve(ok({ threadId: threadId ?? 'new' })),
  stop: done,
  stopAll: give({ stopped: 0, sent: 0 }),
  retry: done,
  editMessage: done,
  regenerate: done,
  showVersion: done,
  saveEdit: done,
  goOn: done,
  changeQueued: done,
  removeQueued: done,
  sendQueued: done,
  approve: done,
  decline: done,
  readBack: done,
  resultRows: give({ rows: [], shortened: 0 }),
  listGrants: give([]),
  revokeGrant: done,
  revokeGrants: done,
  undo: done,
  settle: done,
  listActivity: give({ entries: [], connections: [] }),
  exportActivity: give({ file: null, entries: 0 }),
  examine: give({ at: 0, platform: 'linux', checks: [], report: '' }),
  verifyActivity: give({ entries: 0, problems: [] }),
  readSettings: give(emptySettings),
  savePreferences: async (change) =>
    await Promise.resolve(ok({ ...emptySettings, preferences: { ...emptySettings.preferences, ...change } })),
  saveConfiguration: give(emptySettings),
  setStartAtLogin: async ({ on }) => await Promise.resolve(ok({ ...emptySettings, startAtLogin: on })),
  listModels: give({ host: 'model.example', models: [] }),
  testModel: give({ host: 'model.example', model: 'gpt', tools: true }),
  findLocalModels: give([]),
  hideQuickAsk: done,
  holdQuickAsk: done,
  resizeQuickAsk: done,
  openInChat: done,
  listPrompts: give([]),
  savePrompt: done,
  deletePrompt: done,
  takeAsked: give(null),
  recallQuestions: give([]),
  keepQuestion: done,

  renameThread: done,
  pinThread: done,
  archiveThread: done,
  restoreThread: done,
  searchThreads: give({ hits: [], more: false }),
  dataSizes: give({ sizes: [], freeBytes: 0 }),
  showDataFolder: done,
  exportData: give({ file: null }),
  eraseData: done,
  attachFile: async ({ file: { id, name, text } }) =>
    await Promise.resolve(ok({ id, name, mediaType: 'text/plain', size: text.length })),
  detachFile: done,
  draftFiles: give([]),
  readFile: give({ text: '' }),
  exportThread: give({ file: null }),
  threadMarkdown: give({ text: '' }),
  importThread: give(null),
}

const listenOn =
  <T>(listeners: Set<(payload: T) => void>) =>
  (listener: (payload: T) => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

/** Makes a bridge that answers everything with an empty success, except what is given. */
export const createFakeBridge = (own: Partial<Calls> = {}, surface: Bridge['surface'] = 'chat'): FakeBridge => {
  const listeners: Listeners = {
    [pushes.appState]: new Set(),
    [pushes.connections]: new Set(),
    [pushes.conversation]: new Set(),
    [pushes.grants]: new Set(),
    [pushes.navigate]: new Set(),
    [pushes.command]: new Set(),
    [pushes.quickAskShown]: new Set(),
    [pushes.prompts]: new Set(),
    [pushes.draft]: new Set(),
    [pushes.draftFiles]: new Set(),
    [pushes.asked]: new Set(),
  }
  return {
    bridge: {
      ...answers,
      ...own,
      surface,
      on: {
        appState: listenOn(listeners[pushes.appState]),
        connections: listenOn(listeners[pushes.connections]),
        conversation: listenOn(listeners[pushes.conversation]),
        grants: listenOn(listeners[pushes.grants]),
        navigate: listenOn(listeners[pushes.navigate]),
        command: listenOn(listeners[pushes.command]),
        quickAskShown: listenOn(listeners[pushes.quickAskShown]),
        prompts: listenOn(listeners[pushes.prompts]),
        draft: listenOn(listeners[pushes.draft]),
        draftFiles: listenOn(listeners[pushes.draftFiles]),
        asked: listenOn(listeners[pushes.asked]),
      },
    },
    push: (channel, payload) => {
      for (const listener of listeners[channel]) listener(payload)
    },
  }
}
