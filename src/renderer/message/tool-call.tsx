import type { ReactNode } from 'react'
import type { ToolCall } from '../../contract/conversation'
import { connectAccountTool } from '../../contract/plain/own-tools'
import { ApprovalCard } from './approval-card'
import { ConnectCard } from './connect-card'
import { DecidedCard } from './decided-card'

/** A tool call that is no step: a card that keeps its place from question to outcome. */
export const ToolCallView = ({ call }: { readonly call: ToolCall }): ReactNode => {
  if (call.state === 'pending' || call.state === 'claimed') return <ApprovalCard call={call} />
  return call.tool === connectAccountTool ? <ConnectCard call={call} /> : <DecidedCard call={call} />
}
