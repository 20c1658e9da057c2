import type { Failure } from '../../contract/failure'
import { err, type Result } from '../../contract/result'
import type { Services, ServicesSource } from '../inbound/handlers'
import type { Configuration } from '../platform/configuration'
import { failure } from '../platform/failures'

/** Services that were started, and how they are put away. */
export type RunningServices = Services & {
  readonly close: () => Promise<void>
  /** Drops connections that sleep has killed. */
  readonly wake: () => void
}

type Outcome = Result<RunningServices, Failure>

/** Starts the services once the first window is there, and again when the configuration has changed. */
export type ServicesRunner = {
  /** Waits for the services that are running or about to. */
  readonly source: ServicesSource
  readonly start: () => void
  readonly restart: () => void
  readonly wake: () => Promise<void>
  /** Puts everything away, within a limit: quitting must not wait for a server that is gone. */
  readonly close: () => Promise<void>
}

/** How services are started, and who hears when that fails in a way that nobody expected. */
export type ServicesRunnerOptions = {
  /** Runs at once, so that windows know what kind of app they belong to. */
  readonly prepare: () => Promise<Configuration>
  /** Runs after `start`. */
  readonly begin: (configuration: Configuration) => Promise<Outcome>
  readonly onError: (error: unknown) => void
  readonly closeLimitMs: number
}

const withLimit = async (work: Promise<void>, ms: number): Promise<void> => {
  const limit = new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref()
  })
  await Promise.race([work, limit])
}

/** Makes a runner; nothing is started yet. */
export const createServicesRunner = (options: ServicesRunnerOptions): ServicesRunner => {
  let open: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const { onError, closeLimitMs } = options
  const launch = async (): Promise<Outcome> => {
    try {
      const configuration = await options.prepare()
      await gate
      return await options.begin(configuration)
    } catch (error) {
      onError(error)
      return err(failure('internal'))
    }
  }
  const putAway = async (outcome: Outcome): Promise<void> => {
    try {
      if (outcome.ok) await withLimit(outcome.value.close(), closeLimitMs)
    } catch (error) {
      onError(error)
    }
  }
  let current: Promise<Outcome> = launch()
  return {
    source: async () => await current,
    start: () => {
      open()
    },
    restart: () => {
      current = current.then(putAway).then(launch)
    },
    wake: async () => {
      const outcome = await current
      if (outcome.ok) outcome.value.wake()
    },
    close: async () => {
      open()
      await withLimit(current.then(putAway), closeLimitMs)
    },
  }
}
