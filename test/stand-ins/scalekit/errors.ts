import type { Code } from '@connectrpc/connect'
import { ConnectError } from '@connectrpc/connect'
import { ErrorInfoSchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/errdetails/errdetails_pb.js'

/** A refusal by the provider behind a tool, as Scalekit passes it on. */
export const toolError = (code: Code, toolErrorCode: string, message: string): ConnectError =>
  new ConnectError(message, code, undefined, [
    {
      desc: ErrorInfoSchema,
      value: {
        errorCode: 'TOOL_ERROR',
        toolErrorInfo: { executionId: 'exec_refused', toolErrorCode, toolErrorMessage: message },
      },
    },
  ])

/** What a server says of itself and nobody should ever read on a screen. */
export const internalDetail = '/srv/vault/handlers/connected_account.go:211'

/** A refusal by Scalekit itself, with the internals that it sends along. */
export const environmentError = (code: Code, errorCode: string, message: string): ConnectError =>
  new ConnectError(message, code, undefined, [
    {
      desc: ErrorInfoSchema,
      value: { errorCode, debugInfo: { stackEntries: [internalDetail], detail: 'stand-in' } },
    },
  ])
