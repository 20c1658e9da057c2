import type { Failure } from '../../contract/failure'
import { err, type Result } from '../../contract/result'
import type { Configuration } from '../platform/configuration'
import { failure } from '../platform/failures'
import type { Foundation } from './foundation'
import type { Services } from '../inbound/handlers'
import type { Running } from './services-runner'

/** Everything behind the windows, running. */
export type RunningServices = Services & Running

/** Starts everything that a configuration asks for, in the order in which the parts need each other. */
export const startServices = async (
  configuration: Configuration,
  { state }: Foundation,
): Promise<Result<RunningServices, Failure>> => {
  state.setSession({ kind: 'signed-out' })
  await Promise.resolve(configuration)
  return err(failure('internal'))
}
