/** Names of the calls a window can make: capabilities, never powers. No other module spells them. */
export const channels = {
  appState: 'app.state',
  openLink: 'app.open-link',
  dismissNotice: 'app.dismiss-notice',
  restart: 'app.restart',
  showFile: 'app.show-file',
  signIn: 'session.sign-in',
  cancelSignIn: 'session.cancel-sign-in',
  signOut: 'session.sign-out',
  listConnections: 'connections.list',
  connect: 'connections.connect',
  disconnect: 'connections.disconnect',
  disconnectAll: 'connections.disconnect-all',
  listThreads: 'threads.list',
  openThread: 'threads.open',
  deleteThread: 'threads.delete',
  readDraft: 'threads.read-draft',
  saveDraft: 'threads.save-draft',
  send: 'conversation.send',
  stop: 'conversation.stop',
  stopAll: 'conversation.stop-all',
  retry: 'conversation.retry',
  approve: 'approvals.approve',
  decline: 'approvals.decline',
  readBack: 'approvals.read-back',
  resultRows: 'results.rows',
  listGrants: 'grants.list',
  revokeGrant: 'grants.revoke',
  revokeGrants: 'grants.revoke-all',
  undo: 'approvals.undo',
  settle: 'approvals.settle',
  listActivity: 'activity.list',
  exportActivity: 'activity.export',
  verifyActivity: 'activity.verify',
  readSettings: 'settings.read',
  savePreferences: 'settings.save-preferences',
  saveConfiguration: 'settings.save-configuration',
  setStartAtLogin: 'settings.set-start-at-login',
  examine: 'doctor.examine',
  hideQuickAsk: 'quick-ask.hide',
  resizeQuickAsk: 'quick-ask.resize',
  openInChat: 'quick-ask.open-in-chat',

  listPrompts: 'prompts.list',
  savePrompt: 'prompts.save',
  deletePrompt: 'prompts.delete',
} as const

/** Names of what main tells the windows. */
export const pushes = {
  appState: 'push.app-state',
  connections: 'push.connections',
  conversation: 'push.conversation',
  grants: 'push.grants',
  navigate: 'push.navigate',
  quickAskShown: 'push.quick-ask-shown',
  prompts: 'push.prompts',
} as const

/** A channel that a window can call. */
export type Channel = (typeof channels)[keyof typeof channels]
/** A channel that main pushes on. */
export type PushChannel = (typeof pushes)[keyof typeof pushes]
