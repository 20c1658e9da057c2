import { useEffect, useState } from 'react'
import type { Failure } from '../../../contract/failure'
import type { Result } from '../../../contract/result'
import type { PreferencesChange, Settings } from '../../../contract/settings'
import { useActions } from '../../app/use-app'
import type { ConfigurationValues } from '../../app/settings-actions'

/** The settings, once they are read, and what changes them. */
export type SettingsView = {
  readonly settings: Settings | null
  readonly failure: Failure | undefined
  readonly read: () => void
  readonly savePreferences: (change: PreferencesChange) => void
  readonly setStartAtLogin: (on: boolean) => void
  /** Whether it was saved. */
  readonly saveConfiguration: (values: ConfigurationValues) => Promise<boolean>
}

/** The settings, read when the screen opens, and what main answers when they are saved. */
export const useSettings = (): SettingsView => {
  const actions = useActions()
  const [settings, setSettings] = useState<Settings | null>(null)
  const [failure, setFailure] = useState<Failure>()
  const take = (reply: Result<Settings, Failure>): boolean => {
    if (reply.ok) setSettings(reply.value)
    setFailure(reply.ok ? undefined : reply.failure)
    return reply.ok
  }
  useEffect(() => {
    void actions.readSettings().then(take)
  }, [actions])
  return {
    settings,
    failure,
    read: () => void actions.readSettings().then(take),
    savePreferences: (change) => {
      setSettings((known) => (known === null ? known : { ...known, preferences: { ...known.preferences, ...change } }))
      void actions.savePreferences(change).then(take)
    },
    setStartAtLogin: (on) => void actions.setStartAtLogin(on).then(take),
    saveConfiguration: async (values) => take(await actions.saveConfiguration(values)),
  }
}
