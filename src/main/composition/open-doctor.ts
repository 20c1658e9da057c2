import { arch, release } from 'node:os'
import { app } from 'electron'
import type { Doctor } from '../doctor/doctor'
import { systemClock } from '../platform/clock'
import { freeBytes } from '../platform/free-bytes'
import type { ShortcutState } from '../platform/shortcut'
import type { Foundation } from './foundation'
import type { RunningServices } from './services'
import type { ServicesRunner } from './services-runner'

const platforms = ['linux', 'darwin', 'win32'] as const

/** Shows the doctor everything there is to look at. */
export const openDoctor = (
  { settings, linkHandler, secrets, dataFolder, logger, state }: Foundation,
  runner: ServicesRunner<RunningServices>,
  setShortcut: (accelerator: string) => ShortcutState,
): Doctor => ({
  examine: async () => {
    const { mode } = await state.whenKnown()
    const { createDoctor } = await import('../doctor/doctor')
    const doctor = createDoctor({
      shortcut: () => setShortcut(settings.read().preferences.quickAskShortcut),
      links: linkHandler.again,
      keychain: secrets.available,
      services: async () => {
        const running = await runner.source()
        return running.ok ? running.value.reach : null
      },
      freeBytes: async () => await freeBytes(dataFolder),
      now: () => systemClock.now(),
      system: {
        app: app.getVersion(),
        electron: process.versions.electron,
        platform: platforms.find((known) => known === process.platform) ?? 'other',
        release: release(),
        arch: arch(),
        mode: mode.kind,
      },
      onError: (error) => {
        logger.error('doctor', error)
      },
    })
    return await doctor.examine()
  },
})
