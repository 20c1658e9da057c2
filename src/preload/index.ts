import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../contract/bridge'
import { channels, pushes, type Channel, type PushChannel } from '../contract/channels'
import type { PushOf, Reply, RequestOf } from '../contract/methods'

// The wire is untyped; main parses what arrives and what it answers by the same contract.
const door: {
  readonly invoke: <C extends Channel>(channel: C, request: RequestOf<C> | null) => Promise<Reply<C>>
} = ipcRenderer

const call =
  <C extends Channel>(channel: C) =>
  async (request: RequestOf<C>): Promise<Reply<C>> =>
    await door.invoke(channel, request)

const ask =
  <C extends Channel>(channel: C) =>
  async (): Promise<Reply<C>> =>
    await door.invoke(channel, null)

const listen =
  <P extends PushChannel>(channel: P) =>
  (listener: (payload: PushOf<P>) => void): (() => void) => {
    const forward = (_event: unknown, payload: PushOf<P>): void => {
      listener(payload)
    }
    ipcRenderer.on(channel, forward)
    return () => {
      ipcRenderer.off(channel, forward)
    }
  }

const bridge: Bridge = {
  appState: ask(channels.appState),
  openLink: call(channels.openLink),
  dismissNotice: call(channels.dismissNotice),
  restart: ask(channels.restart),
  showFile: call(channels.showFile),
  openWindow: call(channels.openWindow),
  signIn: ask(channels.signIn),
  cancelSignIn: ask(channels.cancelSignIn),
  signOut: ask(channels.signOut),
  listConnections: call(channels.listConnections),
  connect: call(channels.connect),
  disconnect: call(channels.disconnect),
  disconnectAll: ask(channels.disconnectAll),
  listThreads: ask(channels.listThreads),
  openThread: call(channels.openThread),
  deleteThread: call(channels.deleteThread),
  readDraft: call(channels.readDraft),
  saveDraft: call(channels.saveDraft),
  send: call(channels.send),
  stop: call(channels.stop),
  stopAll: ask(channels.stopAll),
  retry: call(channels.retry),
  editMessage: call(channels.editMessage),
  regenerate: call(channels.regenerate),
  showVersion: call(channels.showVersion),
  saveEdit: call(channels.saveEdit),
  goOn: call(channels.goOn),
  changeQueued: call(channels.changeQueued),
  removeQueued: call(channels.removeQueued),
  sendQueued: call(channels.sendQueued),
  approve: call(channels.approve),
  decline: call(channels.decline),
  readBack: call(channels.readBack),
  resultRows: call(channels.resultRows),
  listGrants: ask(channels.listGrants),
  revokeGrant: call(channels.revokeGrant),
  revokeGrants: ask(channels.revokeGrants),
  undo: call(channels.undo),
  settle: call(channels.settle),
  listActivity: call(channels.listActivity),
  exportActivity: call(channels.exportActivity),
  verifyActivity: ask(channels.verifyActivity),
  readSettings: ask(channels.readSettings),
  savePreferences: call(channels.savePreferences),
  saveConfiguration: call(channels.saveConfiguration),
  setStartAtLogin: call(channels.setStartAtLogin),
  listModels: call(channels.listModels),
  testModel: call(channels.testModel),
  findLocalModels: ask(channels.findLocalModels),
  examine: ask(channels.examine),
  hideQuickAsk: ask(channels.hideQuickAsk),
  holdQuickAsk: call(channels.holdQuickAsk),
  resizeQuickAsk: call(channels.resizeQuickAsk),
  openInChat: call(channels.openInChat),

  listPrompts: ask(channels.listPrompts),
  savePrompt: call(channels.savePrompt),
  deletePrompt: call(channels.deletePrompt),
  takeAsked: ask(channels.takeAsked),
  recallQuestions: ask(channels.recallQuestions),
  keepQuestion: call(channels.keepQuestion),

  renameThread: call(channels.renameThread),
  pinThread: call(channels.pinThread),
  archiveThread: call(channels.archiveThread),
  restoreThread: call(channels.restoreThread),
  searchThreads: call(channels.searchThreads),
  dataSizes: ask(channels.dataSizes),
  showDataFolder: ask(channels.showDataFolder),
  exportData: ask(channels.exportData),
  eraseData: ask(channels.eraseData),

  attachFile: call(channels.attachFile),
  detachFile: call(channels.detachFile),
  draftFiles: call(channels.draftFiles),
  readFile: call(channels.readFile),
  exportThread: call(channels.exportThread),
  threadMarkdown: call(channels.threadMarkdown),
  importThread: ask(channels.importThread),
  on: {
    appState: listen(pushes.appState),
    connections: listen(pushes.connections),
    conversation: listen(pushes.conversation),
    grants: listen(pushes.grants),
    navigate: listen(pushes.navigate),
    command: listen(pushes.command),
    quickAskShown: listen(pushes.quickAskShown),
    prompts: listen(pushes.prompts),
    draft: listen(pushes.draft),
    draftFiles: listen(pushes.draftFiles),
    asked: listen(pushes.asked),
  },
  surface: location.pathname === '/quick-ask.html' ? 'quick-ask' : 'chat',
}

contextBridge.exposeInMainWorld('onbehalf', bridge)
