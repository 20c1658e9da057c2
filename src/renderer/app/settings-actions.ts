import type {
  ActivityExport,
  ActivityFilter,
  ActivityFormat,
  ActivityPage,
  ActivityVerdict,
} from '../../contract/activity'
import type { Examination } from '../../contract/doctor'
import type { Failure } from '../../contract/failure'
import type { Result } from '../../contract/result'
import type { ConfigurationVariable, PreferencesChange, Settings } from '../../contract/settings'
import type { ActionContext } from './context'

/** Values of the configuration to save; an empty one takes the stored one away. */
export type ConfigurationValues = { readonly [K in ConfigurationVariable]?: string }

/** What screens ask for and show themselves. */
export type SettingsActions = {
  readonly listActivity: (filter: ActivityFilter, before: string | undefined) => Promise<Result<ActivityPage, Failure>>
  readonly exportActivity: (format: ActivityFormat, filter: ActivityFilter) => Promise<Result<ActivityExport, Failure>>
  readonly verifyActivity: () => Promise<Result<ActivityVerdict, Failure>>
  readonly examine: () => Promise<Result<Examination, Failure>>
  readonly readSettings: () => Promise<Result<Settings, Failure>>
  readonly savePreferences: (change: PreferencesChange) => Promise<Result<Settings, Failure>>
  readonly setStartAtLogin: (on: boolean) => Promise<Result<Settings, Failure>>
  readonly saveConfiguration: (values: ConfigurationValues) => Promise<Result<Settings, Failure>>
}

/** Makes the actions of the screens that keep no state in the store. */
export const createSettingsActions = ({ bridge }: ActionContext): SettingsActions => ({
  listActivity: async (filter, before) =>
    await bridge.listActivity({ ...filter, ...(before === undefined ? {} : { before }) }),
  exportActivity: async (format, filter) => await bridge.exportActivity({ format, filter }),
  verifyActivity: async () => await bridge.verifyActivity(),
  examine: async () => await bridge.examine(),
  readSettings: async () => await bridge.readSettings(),
  savePreferences: async (change) => await bridge.savePreferences(change),
  setStartAtLogin: async (on) => await bridge.setStartAtLogin({ on }),
  saveConfiguration: async (values) => await bridge.saveConfiguration({ values }),
})
