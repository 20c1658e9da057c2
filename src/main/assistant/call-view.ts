import { z } from 'zod'
import type { ToolCall } from '../../contract/conversation'
import type { CallRecord } from './call-record'
import { shownResult } from './call-result'
import { grantOfferOf } from './grant-target'

// Only where it leads is known: the window asks before it opens it.
const linkOf = ({ snapshot }: CallRecord): Pick<ToolCall, 'link'> => {
  const link = z
    .url({ protocol: /^https$/ })
    .max(2000)
    .safeParse(snapshot?.['url'])
  return link.success ? { link: link.data } : {}
}

const courseOf = (record: CallRecord): Partial<ToolCall> => ({
  ...(record.result === null ? {} : { result: shownResult(record.result) }),
  ...(record.failure === null ? {} : { failure: record.failure }),
  ...(record.execution_id === null ? {} : { executionId: record.execution_id }),
  ...(record.read_back === null ? {} : { readBack: record.read_back }),
  ...(record.approved_at === null ? {} : { approvedAt: record.approved_at }),
  ...(record.ended_at === null ? {} : { endedAt: record.ended_at }),
})

const trustOf = (record: CallRecord): Partial<ToolCall> => ({
  ...linkOf(record),
  ...(record.pinned === null ? {} : { accountBefore: record.pinned.account }),
  ...(record.changes === null ? {} : { changes: record.changes }),
  ...(record.undo === null ? {} : { undo: record.undo }),
  ...(record.undoes === null ? {} : { undoes: record.undoes }),
  ...(record.third_party === null ? {} : { thirdParty: record.third_party }),
  ...(record.grant_id === null ? {} : { grant: record.grant_id }),
  ...(record.state === 'pending' ? { grantOffer: grantOfferOf(record) } : {}),
})

/** The call as a window shows it. */
export const toToolCall = (record: CallRecord): ToolCall => ({
  id: record.id,
  threadId: record.thread_id,
  tool: record.tool,
  title: record.title,
  connection: record.connection,
  providerName: record.provider_name,
  person: record.person,
  account: record.account,
  risk: record.risk,
  args: record.args,
  argsSchema: record.args_schema,
  state: record.state,
  edited: record.decision === 'edited',
  startedAt: record.started_at,
  ...courseOf(record),
  ...trustOf(record),
})
