import type { ToolCallState } from '../../contract/conversation'

// `sent -> pending` and `failed -> running` are only for what was refused for certain.
const next: Readonly<Record<ToolCallState, readonly ToolCallState[]>> = {
  running: ['done', 'failed', 'stopped', 'running'],
  pending: ['claimed', 'declined', 'withdrawn', 'pending'],
  claimed: ['sent', 'pending'],
  sent: ['done', 'failed', 'unknown', 'pending'],
  unknown: ['done', 'failed', 'unknown'],
  failed: ['running', 'failed'],
  done: ['done'],
  declined: [],
  stopped: [],
  withdrawn: [],
}

/** Whether a call may go from one state to another. */
export const canBecome = (from: ToolCallState, to: ToolCallState): boolean => next[from].includes(to)

/** Whether nothing more will happen to the call by itself or by a decision. */
export const isSettled = (call: { readonly state: ToolCallState; readonly resumes: number }): boolean =>
  call.resumes === 0 && !['running', 'pending', 'claimed', 'sent'].includes(call.state)
