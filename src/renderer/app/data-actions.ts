import type { DataExport, DataSizes } from '../../contract/data'
import type { Failure } from '../../contract/failure'
import type { Result } from '../../contract/result'
import type { ActionContext } from './context'

/** What a person can do with all that is kept of them. */
export type DataActions = {
  readonly dataSizes: () => Promise<Result<DataSizes, Failure>>
  readonly showDataFolder: () => void
  readonly exportData: () => Promise<Result<DataExport, Failure>>
  /** Signs the person out, too. */
  readonly eraseData: () => Promise<Result<null, Failure>>
}

/** Makes the actions on a person's data as a whole. */
export const createDataActions = ({ bridge }: ActionContext): DataActions => ({
  dataSizes: async () => await bridge.dataSizes(),
  showDataFolder: () => void bridge.showDataFolder(),
  exportData: async () => await bridge.exportData(),
  eraseData: async () => await bridge.eraseData(),
})
