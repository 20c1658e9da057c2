import { Code } from '@connectrpc/connect'
import type { Failure, FailureCode } from '../../contract/failure'
import { failure } from '../platform/failures'
import { callFailure, detailOf } from './call-failure'
import type { AnsweredFault, CallFault, LostFault, ToolError } from './call-fault'
import type { Execution, ExecutionOutcome } from './port'

type Call = Pick<Execution, 'connection' | 'tool' | 'mayWrite'> & { readonly host: string }

// These say that nobody knows: the answer to the last step is missing, on this side or between Scalekit and the provider.
const uncertain: ReadonlySet<Code> = new Set([Code.Unavailable, Code.DeadlineExceeded, Code.Canceled])

// From Scalekit itself these may come after the tool has run; the remaining ones come before it.
const uncertainUnlessTool: ReadonlySet<Code> = new Set([Code.Internal, Code.Unknown, Code.DataLoss, Code.Aborted])

const unknown = (call: Call): ExecutionOutcome => ({
  kind: 'unknown',
  failure: failure('outcome-unknown', { subject: call.connection }),
})

const refused = (made: Failure, tool?: ToolError): ExecutionOutcome => ({
  kind: 'refused',
  failure: made,
  executionId: tool?.executionId,
})

const reconnectable = (code: FailureCode, call: Call, detail: string): Failure =>
  failure(code, {
    subject: call.connection,
    ...detailOf(detail),
    action: { kind: 'reconnect', connection: call.connection },
  })

const unauthenticatedTool = (words: string): FailureCode => {
  if (/scope/i.test(words)) return 'connection-scope-missing'
  return /revok|deauthori[sz]|uninstall|disconnected/i.test(words) ? 'connection-revoked' : 'connection-expired'
}

const toolFailure = (fault: AnsweredFault, tool: ToolError, call: Call): Failure => {
  const words = `${tool.code} ${tool.message}`
  const said = { subject: call.connection, ...detailOf(tool.message) }
  switch (fault.status) {
    case Code.Unauthenticated:
      return reconnectable(unauthenticatedTool(words), call, tool.message)
    case Code.PermissionDenied:
      return /scope/i.test(words)
        ? reconnectable('connection-scope-missing', call, tool.message)
        : failure('tool-refused', said)
    case Code.ResourceExhausted:
      return failure('tool-rate-limited', {
        ...said,
        ...(fault.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: fault.retryAfterSeconds }),
      })
    default:
      return failure(/rate.?limit/i.test(tool.code) ? 'tool-rate-limited' : 'tool-failed', said)
  }
}

const accountFailure = (fault: AnsweredFault, call: Call): Failure | null => {
  const words = `${fault.errorCode} ${fault.message}`
  const aboutAccount = /connected.?account/i.test(words)
  if (fault.status === Code.NotFound && /tool/i.test(words) && !aboutAccount)
    return failure('tool-unknown', { subject: call.tool, ...detailOf(fault.message) })
  if (fault.status === Code.NotFound)
    return failure('connection-needed', {
      subject: call.connection,
      action: { kind: 'connect', connection: call.connection },
    })
  if (fault.status === Code.FailedPrecondition && aboutAccount)
    return reconnectable('connection-expired', call, fault.message)
  return null
}

const scalekitFailure = (fault: AnsweredFault, call: Call): Failure => {
  if (fault.status === Code.InvalidArgument || fault.status === Code.OutOfRange)
    return failure('arguments-invalid', { subject: call.tool, ...detailOf(fault.message) })
  return accountFailure(fault, call) ?? callFailure(fault, call.host)
}

const answeredOutcome = (fault: AnsweredFault, call: Call): ExecutionOutcome => {
  const lost = uncertain.has(fault.status) || (fault.tool === undefined && uncertainUnlessTool.has(fault.status))
  if (lost && call.mayWrite) return unknown(call)
  if (fault.tool !== undefined) return refused(toolFailure(fault, fault.tool, call), fault.tool)
  return refused(scalekitFailure(fault, call))
}

const lostRead = (fault: LostFault, call: Call): Failure => {
  if (fault.how === 'too-large')
    return failure('tool-failed', { subject: call.connection, detail: 'The answer was larger than 8 MB.' })
  if (fault.how === 'deadline' && fault.sent)
    return failure('tool-timeout', { subject: call.connection, action: { kind: 'retry' } })
  return callFailure(fault, call.host)
}

const lostOutcome = (fault: LostFault, call: Call): ExecutionOutcome => {
  // A call that may write and whose request may have left was perhaps done, whoever ended the wait for it.
  if (fault.sent && call.mayWrite) return unknown(call)
  return fault.how === 'aborted' ? { kind: 'stopped' } : refused(lostRead(fault, call))
}

/** What became of an execution that brought no result: refused for certain, stopped, or unknown. */
export const executionOutcome = (fault: CallFault, call: Call): ExecutionOutcome => {
  switch (fault.kind) {
    case 'refused-token':
      return refused(fault.failure)
    case 'answered':
      return answeredOutcome(fault, call)
    case 'lost':
      return lostOutcome(fault, call)
  }
}
