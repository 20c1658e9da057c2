import type { ToolCall } from '../../contract/conversation'
import type { Failure } from '../../contract/failure'
import type { Result } from '../../contract/result'
import type { GrantDuration } from '../../contract/trust'
import { approvalOf, shownArguments } from '../state/approvals'
import type { ArgumentsEdit } from '../state/arguments-edit'
import type { PendingCall } from '../state/pending-calls'
import type { ActionContext } from './context'

/** Deciding about tool calls. */
export type ApprovalActions = {
  readonly editArguments: (callId: string, edit: ArgumentsEdit) => void
  readonly resetArguments: (callId: string) => void
  /** `always`: the same may go on by itself in the same place for that long. */
  readonly approve: (call: ToolCall, always?: GrantDuration) => Promise<void>
  readonly decline: (call: ToolCall) => Promise<void>
  /** Approves exactly these calls, each with the arguments that were shown with it. */
  readonly approveListed: (listed: readonly PendingCall[]) => Promise<void>
  readonly declineListed: (listed: readonly PendingCall[]) => Promise<void>
  readonly readBack: (call: ToolCall) => Promise<void>
  /** Says what became of a call whose outcome is unknown. */
  readonly settle: (call: ToolCall, done: boolean) => Promise<void>
  /** Asks for the call that takes this one back. */
  readonly undo: (call: ToolCall) => Promise<void>
}

/** Makes the actions on approvals. A decision that is on its way is never sent a second time. */
export const createApprovalActions = ({ bridge, store }: ActionContext): ApprovalActions => {
  const decide = async (callId: string, ask: () => Promise<Result<null, Failure>>): Promise<void> => {
    if (approvalOf(store.get().approvals, callId).deciding) return
    store.dispatch({ type: 'decision-sent', callId })
    const reply = await ask()
    if (reply.ok) store.dispatch({ type: 'decision-taken', callId })
    else store.dispatch({ type: 'decision-failed', callId, failure: reply.failure })
  }
  return {
    editArguments: (callId, edit) => {
      store.dispatch({ type: 'arguments-edited', callId, edit })
    },
    resetArguments: (callId) => {
      store.dispatch({ type: 'arguments-reset', callId })
    },
    approve: async (call, always) => {
      const args = shownArguments(call, approvalOf(store.get().approvals, call.id))
      await decide(
        call.id,
        async () => await bridge.approve({ callId: call.id, args, ...(always === undefined ? {} : { always }) }),
      )
    },
    decline: async (call) => {
      await decide(call.id, async () => await bridge.decline({ callId: call.id }))
    },
    approveListed: async (listed) => {
      await Promise.all(
        listed.map(({ call: { id: callId }, args }) =>
          decide(callId, async () => await bridge.approve({ callId, args })),
        ),
      )
    },
    declineListed: async (listed) => {
      await Promise.all(
        listed.map(({ call: { id: callId } }) => decide(callId, async () => await bridge.decline({ callId }))),
      )
    },
    readBack: async (call) => {
      await decide(call.id, async () => await bridge.readBack({ callId: call.id }))
    },
    settle: async (call, done) => {
      await decide(call.id, async () => await bridge.settle({ callId: call.id, done }))
    },
    undo: async (call) => {
      await decide(call.id, async () => await bridge.undo({ callId: call.id }))
    },
  }
}
