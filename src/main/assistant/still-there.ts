import type { Failure } from '../../contract/failure'
import { failure } from '../platform/failures'
import type { ArgumentsCheck } from './arguments'
import type { LastLookNeeds } from './last-look'
import type { CallChange } from './journal'
import type { ToolCatalog } from './tool-catalog'

/** What looking at the tool once more needs. */
export type StillThereNeeds = { readonly catalog: Pick<ToolCatalog, 'current'>; readonly check: ArgumentsCheck }

// Whatever is in the way, the card says it and the person can approve again: nothing goes on by itself.
const backToCard = (problem: Failure): CallChange => ({
  state: 'pending',
  failure: { ...problem, action: { kind: 'none' } },
  resumes: 0,
})

/**
 * Makes the check that an approved call's tool is still there and still takes the approved arguments: lists of tools
 * grow old while a card waits. Answers what stops the call, or null.
 */
export const createStillThere =
  ({ catalog, check }: StillThereNeeds): LastLookNeeds['stillThere'] =>
  async (session, call) => {
    const tool = await catalog.current(session, call)
    if (!tool.ok) return backToCard(tool.failure)
    if (tool.value === null) return backToCard(failure('tool-unknown', { subject: call.title }))
    const { inputSchema } = tool.value
    const parsed = await check.parse(call.args, inputSchema)
    if (parsed.ok) return null
    const { detail } = parsed.failure
    const changed = failure('tool-changed', { subject: call.title, ...(detail === undefined ? {} : { detail }) })
    // With the schema as it is now, so that the card asks for what the tool wants.
    return { ...backToCard(changed), args_schema: inputSchema }
  }
