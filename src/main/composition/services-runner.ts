import type { Failure } from '../../contract/failure'
import { err, type Result } from '../../contract/result'
import { failure } from '../platform/failures'

/** Something that was started and can be put away. */
export type Running = {
  readonly close: () => Promise<void>
  /** Drops connections that sleep has killed. */
  readonly wake: () => void
}

/** Starts the services once the first window is there, and again when the configuration has changed. */
export type ServicesRunner<S> = {
  /** Waits for the services that are running or about to. */
  readonly source: () => Promise<Result<S, Failure>>
  readonly start: () => void
  readonly restart: () => void
  readonly wake: () => Promise<void>
  /** Puts everything away, within a limit: quitting must not wait for a server that is gone. */
  readonly close: () => Promise<void>
}

/** How services are started, and who hears when that fails in a way that nobody expected. */
export type ServicesRunnerOptions<C, S> = {
  /** Runs at once, so that windows know what kind of app they belong to. */
  readonly prepare: () => Promise<C>
  /** Runs after `start`. */
  readonly begin: (configuration: C) => Promise<Result<S, Failure>>
  readonly onError: (error: unknown) => void
  readonly closeLimitMs: number
}

const withLimit = async (work: Promise<void>, ms: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, limit])
  clearTimeout(timer)
}

/** Makes a runner; only `prepare` runs before `start`. */
export const createServicesRunner = <C, S extends Running>(options: ServicesRunnerOptions<C, S>): ServicesRunner<S> => {
  const { onError, closeLimitMs } = options
  let open: () => void = () => undefined
  const started = new Promise<void>((resolve) => {
    open = resolve
  })
  let closing = false
  const launch = async (): Promise<Result<S, Failure>> => {
    try {
      const configuration = await options.prepare()
      await started
      return closing ? err(failure('internal')) : await options.begin(configuration)
    } catch (error) {
      onError(error)
      return err(failure('internal'))
    }
  }
  const putAway = async (outcome: Result<S, Failure>): Promise<void> => {
    try {
      if (outcome.ok) await withLimit(outcome.value.close(), closeLimitMs)
    } catch (error) {
      onError(error)
    }
  }
  let current = launch()
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
      closing = true
      open()
      await withLimit(current.then(putAway), closeLimitMs)
    },
  }
}
