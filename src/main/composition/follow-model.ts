import type { Configuration, ModelSettings } from '../platform/configuration'
import { readConfiguration } from '../platform/read-configuration'
import type { Foundation } from './foundation'
import { describeMode } from './mode'
import type { RunningServices } from './services'
import type { ServicesRunner } from './services-runner'

/** The model that a configuration names, if it is complete and names one. */
export const modelIn = (read: Configuration): ModelSettings | undefined =>
  read.kind === 'incomplete' ? undefined : read.model

/** Takes another model into use for the next question, without a restart. */
export const followModel =
  ({ configuration, state }: Foundation, runner: ServicesRunner<RunningServices>) =>
  async (): Promise<void> => {
    const read = readConfiguration(await configuration.read())
    const running = await runner.source()
    const { mode } = await state.whenKnown()
    // Whoever changed more than the model has to restart: what runs belongs to the configuration of the start.
    if (!running.ok || read.kind === 'incomplete' || read.kind !== mode.kind) return
    running.value.useModel(read.model)
    state.setMode(describeMode(read, configuration.dotenvPath))
  }
