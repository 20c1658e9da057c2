import { Code } from '@connectrpc/connect'
import { ConnectedAccountService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connected_accounts/connected_accounts_pb.js'
import { z } from 'zod'
import type { Failure } from '../../contract/failure'
import { err, ok } from '../../contract/result'
import { failure } from '../platform/failures'
import { callFailure } from './call-failure'
import type { CallFault } from './call-fault'
import type { EnvironmentCalls } from './environment-calls'
import type { Scalekit } from './port'

const loopbackHosts: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost'])

// SECURITY: the link is handed to the operating system; only a web page may come out of it.
const linkSchema = z
  .url()
  .max(8000)
  .transform((text) => new URL(text))
  .refine(({ protocol, hostname }) => protocol === 'https:' || (protocol === 'http:' && loopbackHosts.has(hostname)))

/** Asks for the one-time page at which the person consents. */
export const authorizationLink =
  (calls: EnvironmentCalls): Scalekit['authorizationLink'] =>
  async ({ identifier, connection, state, verifyUrl }) => {
    const answer = await calls.once({
      method: ConnectedAccountService.method.getMagicLinkForConnectedAccount,
      request: { connector: connection.name, identifier, state, userVerifyUrl: verifyUrl.href },
    })
    if (!answer.ok) return err(callFailure(answer.failure, calls.host))
    const link = linkSchema.safeParse(answer.value.link)
    return link.success
      ? ok(link.data)
      : err(failure('scalekit-failed', { subject: calls.host, detail: 'The link is not a web page.' }))
  }

const verifyFailure = (fault: CallFault, host: string): Failure => {
  if (fault.kind !== 'answered') return callFailure(fault, host)
  // An identifier that doesn't match is Forbidden; an authorization that is unknown, over or used is NotFound.
  if (fault.status === Code.PermissionDenied) return failure('link-other-person')
  if (fault.status === Code.NotFound) return failure('link-stale')
  if (fault.status === Code.InvalidArgument) return failure('link-malformed')
  return callFailure(fault, host)
}

/** Tells Scalekit that the person who consented is the one who is signed in here. */
export const verifyAccountUser =
  (calls: EnvironmentCalls): Scalekit['verifyAccountUser'] =>
  async (identifier, authRequestId) => {
    const answer = await calls.once({
      method: ConnectedAccountService.method.verifyConnectedAccountUser,
      request: { identifier, authRequestId },
    })
    return answer.ok ? ok(null) : err(verifyFailure(answer.failure, calls.host))
  }
