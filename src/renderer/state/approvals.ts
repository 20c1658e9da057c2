import type { JsonObject } from '../../contract/json'
import type { Failure } from '../../contract/failure'
import type { ToolCall } from '../../contract/conversation'
import type { Action } from './action'
import type { ArgumentsEdit } from './arguments-edit'

/** What this window knows of a call beyond what main says about it. */
export type Approval = {
  readonly edit: ArgumentsEdit | undefined
  /** A decision was sent and has not come back: the buttons are off. */
  readonly deciding: boolean
  readonly failure: Failure | undefined
}

/** The approvals of this window by call. */
export type Approvals = Readonly<Record<string, Approval>>

const untouched: Approval = { edit: undefined, deciding: false, failure: undefined }

/** What this window knows of a call. */
export const approvalOf = (approvals: Approvals, callId: string): Approval => approvals[callId] ?? untouched

/** The arguments as shown on the card: these and no others are sent. */
export const shownArguments = (call: ToolCall, approval: Approval): JsonObject => approval.edit?.args ?? call.args

const reduceApproval = (approval: Approval, action: Action): Approval => {
  switch (action.type) {
    case 'arguments-edited':
      return { ...approval, edit: action.edit }
    case 'arguments-reset':
      return { ...approval, edit: undefined }
    case 'decision-sent':
      return { ...approval, deciding: true, failure: undefined }
    case 'decision-taken':
      return { ...approval, deciding: false }
    case 'decision-failed':
      return { ...approval, deciding: false, failure: action.failure }
    default:
      return approval
  }
}

/** Keeps edits of arguments and decisions that are on their way. */
export const reduceApprovals = (approvals: Approvals, action: Action): Approvals => {
  if (!('callId' in action)) return approvals
  const approval = approvalOf(approvals, action.callId)
  const next = reduceApproval(approval, action)
  return next === approval ? approvals : { ...approvals, [action.callId]: next }
}
