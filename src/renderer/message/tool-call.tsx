import type { ReactNode } from 'react'
import type { ToolCall } from '../../contract/conversation'
import { connectAccountTool } from '../../contract/plain/own-tools'
import { ApprovalCard } from './approval-card'
import { CallLine } from './call-line'
import { isMadeUp } from './call-words'
import { ConnectCard } from './connect-card'
import { DecidedCard } from './decided-card'

/** A tool call: look-ups, and tools that are not there, are a line, everything else is a card that keeps its place from question to outcome. */
export const ToolCallView = ({ call }: { readonly call: ToolCall }): ReactNode => {
  if (call.state === 'pending' || call.state === 'claimed') return <ApprovalCard call={call} />
  if (call.tool === connectAccountTool && !isMadeUp(call)) return <ConnectCard call={call} />
  return call.risk === 'read' || isMadeUp(call) ? <CallLine call={call} /> : <DecidedCard call={call} />
}
