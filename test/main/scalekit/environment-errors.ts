import { Code, ConnectError } from '@connectrpc/connect'
import { ErrorInfoSchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/errdetails/errdetails_pb.js'

/** What a real environment puts beside its errors; none of it may reach a person or a log. */
export const debugSecret = '/srv/scalekit/internal/vault/decrypt.go:112'

const debugInfo = { stackEntries: [debugSecret], detail: debugSecret }

/** What the provider said: its code, its sentence, and when it wants to be asked again. */
export type ProviderError = { readonly code: string; readonly message: string; readonly retryAfter?: number }

/** The provider's own error, as Scalekit passes it on. */
export const toolError = (code: Code, { code: toolErrorCode, message: toolErrorMessage, retryAfter }: ProviderError) =>
  new ConnectError(
    'tool execution failed',
    code,
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
    [
      {
        desc: ErrorInfoSchema,
        value: {
          errorCode: 'TOOL_ERROR',
          debugInfo,
          toolErrorInfo: { executionId: 'exec_failed', toolErrorCode, toolErrorMessage },
        },
      },
    ],
  )

/** An error of Scalekit itself. */
export const scalekitError = (code: Code, errorCode: string, message: string) =>
  new ConnectError(message, code, undefined, [{ desc: ErrorInfoSchema, value: { errorCode, debugInfo } }])

/** An error that names the fields it is about. */
export const validationError = (field: string, description: string) =>
  new ConnectError('invalid request', Code.InvalidArgument, undefined, [
    {
      desc: ErrorInfoSchema,
      value: {
        errorCode: 'VALIDATION_ERROR',
        debugInfo,
        validationErrorInfo: { fieldViolations: [{ field, description, constraint: 'required' }] },
      },
    },
  ])
