import type { Failure } from '../../contract/failure'
import type { Result } from '../../contract/result'
import type { ResultRows } from '../../contract/result-rows'
import type { ActionContext } from './context'

/** Looking further into what a call returned. */
export type ResultActions = {
  readonly readRows: (callId: string, from: number) => Promise<Result<ResultRows, Failure>>
}

/** Makes the actions on results. */
export const createResultActions = ({ bridge }: ActionContext): ResultActions => ({
  readRows: async (callId, from) => await bridge.resultRows({ callId, from }),
})
