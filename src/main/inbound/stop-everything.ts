import type { Failure } from '../../contract/failure'
import type { Notice } from '../../contract/app-state'
import type { Result } from '../../contract/result'
import type { Stopped } from '../assistant/halting'
import { failure } from '../platform/failures'
import { withLocal, type ServicesSource } from './handlers'

/** Stops everything that works in the person's name, from wherever that is asked for. */
export type StopEverything = () => Promise<Result<Stopped, Failure>>

/** Makes the one way to stop everything: a banner says what was stopped, also when no window asked for it. */
export const createStopEverything =
  (services: ServicesSource, notice: (failure: Failure, tone: Notice['tone']) => void): StopEverything =>
  async () =>
    await withLocal(services, ({ assistant }, session) => {
      const done = assistant.stopEverything(session)
      if (!done.ok) return done
      const { stopped, sent } = done.value
      notice(failure('everything-stopped', { subject: String(stopped), detail: String(sent) }), 'info')
      return done
    })
