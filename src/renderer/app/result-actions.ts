import type { Failure } from '../../contract/failure'
import type { Result } from '../../contract/result'
import type { ResultRows } from '../../contract/result-rows'
import type { ResultChoice } from '../state/result-choice'
import type { ActionContext } from './context'

/** Some rows of a result: from the one with this number (from 0), at most that many. */
export type RowRange = { readonly from: number; readonly count: number }

/** Looking further into what a call returned. */
export type ResultActions = {
  readonly readRows: (callId: string, range: RowRange) => Promise<Result<ResultRows, Failure>>
  /** Remembers, while the window is open, how the results of a tool are to be shown. */
  readonly chooseResult: (tool: string, choice: ResultChoice) => void
}

/** Makes the actions on results. */
export const createResultActions = ({ bridge, store }: ActionContext): ResultActions => ({
  readRows: async (callId, range) => await bridge.resultRows({ callId, ...range }),
  chooseResult: (tool, choice) => {
    store.dispatch({ type: 'result-chosen', tool, choice })
  },
})
