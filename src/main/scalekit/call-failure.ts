import { Code } from '@connectrpc/connect'
import type { Failure } from '../../contract/failure'
import { failure } from '../platform/failures'
import type { AnsweredFault, CallFault } from './call-fault'

/** A detail only where there is something to say. */
export const detailOf = (text: string): { readonly detail?: string } => (text.trim() === '' ? {} : { detail: text })

const retryAfterOf = (fault: AnsweredFault): { readonly retryAfterSeconds?: number } =>
  fault.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: fault.retryAfterSeconds }

const answeredFailure = (fault: AnsweredFault, host: string): Failure => {
  const said = { subject: host, ...detailOf(fault.message) }
  switch (fault.status) {
    case Code.Unauthenticated:
    case Code.PermissionDenied:
      return failure('scalekit-credentials', said)
    case Code.ResourceExhausted:
      return failure('scalekit-rate-limited', { subject: host, ...retryAfterOf(fault) })
    case Code.Unavailable:
    case Code.DeadlineExceeded:
      return failure('scalekit-unreachable', said)
    case Code.NotFound:
      return failure('not-found', said)
    default:
      return failure('scalekit-failed', said)
  }
}

/** The failure of a call that changes nothing in anybody's workspace. `host` is what the person knows the environment by. */
export const callFailure = (fault: CallFault, host: string): Failure => {
  switch (fault.kind) {
    case 'refused-token':
      return fault.failure
    case 'answered':
      return answeredFailure(fault, host)
    case 'lost':
      if (fault.how === 'too-large')
        return failure('scalekit-failed', { subject: host, detail: 'The answer was too large to read.' })
      return failure(fault.networkDown ? 'network-down' : 'scalekit-unreachable', { subject: host })
  }
}
