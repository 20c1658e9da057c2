import { randomUUID } from 'node:crypto'
import { Code, ConnectError } from '@connectrpc/connect'
import { ErrorInfoSchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/errdetails/errdetails_pb.js'
import type { RefusalKind, ToolRefusal } from '../sample-provider'

/** A failure of the environment itself, with the details that the real one sends. */
export const environmentError = (code: Code, errorCode: string, message: string): ConnectError =>
  new ConnectError(message, code, undefined, [
    {
      desc: ErrorInfoSchema,
      value: {
        errorCode,
        requestInfo: { requestId: `req_${randomUUID()}`, servingData: '' },
        debugInfo: { stackEntries: ['sandbox/environment.go:1'], detail: 'internal' },
      },
    },
  ])

/** A failure of the provider behind a tool. */
const toolError = (tool: { readonly code: Code; readonly name: string; readonly message: string }): ConnectError =>
  new ConnectError(tool.message, tool.code, undefined, [
    {
      desc: ErrorInfoSchema,
      value: {
        errorCode: 'TOOL_ERROR',
        toolErrorInfo: {
          executionId: newExecutionId(),
          toolErrorCode: tool.name,
          toolErrorMessage: tool.message,
        },
      },
    },
  ])

/** An id for one execution. */
export const newExecutionId = (): string => `exec_${randomUUID()}`

const refusals: Readonly<Record<RefusalKind, { readonly code: Code; readonly name: string }>> = {
  'not-found': { code: Code.NotFound, name: 'NOT_FOUND' },
  forbidden: { code: Code.PermissionDenied, name: 'FORBIDDEN' },
  invalid: { code: Code.InvalidArgument, name: 'INVALID_ARGUMENTS' },
  'rate-limited': { code: Code.ResourceExhausted, name: 'RATE_LIMITED' },
  unauthorized: { code: Code.Unauthenticated, name: 'UNAUTHORIZED' },
}

/** A provider's refusal as it goes over the wire. */
export const refusalError = (refusal: ToolRefusal): ConnectError =>
  toolError({ ...refusals[refusal.kind], message: refusal.message })
