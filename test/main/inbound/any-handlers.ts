import { channels } from '../../../src/contract/channels'
import { err } from '../../../src/contract/result'
import type { Handlers } from '../../../src/main/inbound/handlers'
import { failure } from '../../../src/main/platform/failures'

const nothing = () => err(failure('not-found'))

/** A handler for every call that finds nothing: tests replace the one they are about. */
export const anyHandlers: Handlers = {
  [channels.appState]: nothing,
  [channels.openLink]: nothing,
  [channels.dismissNotice]: nothing,
  [channels.restart]: nothing,
  [channels.showFile]: nothing,
  [channels.signIn]: nothing,
  [channels.cancelSignIn]: nothing,
  [channels.signOut]: nothing,
  [channels.listConnections]: nothing,
  [channels.connect]: nothing,
  [channels.disconnect]: nothing,
  [channels.disconnectAll]: nothing,
  [channels.listThreads]: nothing,
  [channels.openThread]: nothing,
  [channels.deleteThread]: nothing,
  [channels.readDraft]: nothing,
  [channels.saveDraft]: nothing,
  [channels.send]: nothing,
  [channels.stop]: nothing,
  [channels.stopAll]: nothing,
  [channels.retry]: nothing,
  [channels.approve]: nothing,
  [channels.decline]: nothing,
  [channels.listGrants]: nothing,
  [channels.revokeGrant]: nothing,
  [channels.revokeGrants]: nothing,
  [channels.readBack]: nothing,
  [channels.resultRows]: nothing,
  [channels.undo]: nothing,
  [channels.settle]: nothing,
  [channels.listActivity]: nothing,
  [channels.exportActivity]: nothing,
  [channels.verifyActivity]: nothing,
  [channels.examine]: nothing,
  [channels.readSettings]: nothing,
  [channels.savePreferences]: nothing,
  [channels.saveConfiguration]: nothing,
  [channels.setStartAtLogin]: nothing,
  [channels.hideQuickAsk]: nothing,
  [channels.resizeQuickAsk]: nothing,
  [channels.openInChat]: nothing,
  [channels.listPrompts]: nothing,
  [channels.savePrompt]: nothing,
  [channels.deletePrompt]: nothing,
}
