import { createApprovalActions, type ApprovalActions } from './approval-actions'
import { createCommandActions, type CommandActions } from './command-actions'
import { createConnectionActions, type ConnectionActions } from './connection-actions'
import type { ActionContext } from './context'
import { createDataActions, type DataActions } from './data-actions'
import { createFileActions, type FileActions } from './file-actions'
import { createGrantActions, type GrantActions } from './grant-actions'
import { createPromptActions, type PromptActions } from './prompt-actions'
import { createMessageActions, type MessageActions } from './message-actions'
import { createQueueActions, type QueueActions } from './queue-actions'
import { createModelActions, type ModelActions } from './model-actions'
import { createQuickAskActions, type QuickAskActions } from './quick-ask-actions'
import { createResultActions, type ResultActions } from './result-actions'
import { createSessionActions, type SessionActions } from './session-actions'
import { createSettingsActions, type SettingsActions } from './settings-actions'
import { createThreadListActions, type ThreadListActions } from './thread-list-actions'
import { createThreadActions, type ThreadActions } from './thread-actions'
import { createTransferActions, type TransferActions } from './transfer-actions'

/** Everything that a window can do. */
export type Actions = SessionActions &
  ConnectionActions &
  ThreadActions &
  MessageActions &
  QueueActions &
  ThreadListActions &
  ApprovalActions &
  GrantActions &
  ResultActions &
  SettingsActions &
  DataActions &
  ModelActions &
  QuickAskActions &
  FileActions &
  TransferActions &
  PromptActions &
  CommandActions

/** Makes the actions of a window. */
export const createActions = (context: ActionContext): Actions => {
  const session = createSessionActions(context)
  const threads = createThreadActions(context)
  return {
    ...session,
    ...createConnectionActions(context),
    ...threads,
    ...createMessageActions(context),
    ...createQueueActions(context),
    ...createThreadListActions(context),
    ...createApprovalActions(context),
    ...createGrantActions(context),
    ...createResultActions(context),
    ...createSettingsActions(context),
    ...createDataActions(context),
    ...createModelActions(context),
    ...createQuickAskActions(context),
    ...createCommandActions(context),
    ...createFileActions(context),
    ...createTransferActions(context, threads.openThread),
    ...createPromptActions(context, { type: threads.type, navigate: session.navigate }),
  }
}
