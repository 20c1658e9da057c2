import { Code, ConnectError } from '@connectrpc/connect'
import {
  ErrorInfoSchema,
  type ErrorInfo,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/errdetails/errdetails_pb.js'
import type { Failure } from '../../contract/failure'
import { networkFailure } from '../platform/failures'

/** What the provider itself said through Scalekit's TOOL_ERROR. */
export type ToolError = { readonly code: string; readonly message: string; readonly executionId: string | undefined }

/** Scalekit's own answer that a call failed. Never carries its debug information. */
export type AnsweredFault = {
  readonly kind: 'answered'
  readonly status: Code
  readonly tool: ToolError | undefined
  readonly errorCode: string
  readonly message: string
  readonly retryAfterSeconds: number | undefined
}

/** No answer. `sent` says whether the request may have left; `networkDown` that this computer has no way out. */
export type LostFault = {
  readonly kind: 'lost'
  readonly how: 'aborted' | 'deadline' | 'too-large' | 'connection'
  readonly sent: boolean
  readonly networkDown: boolean
}

/** Why a call to Scalekit brought no result. `refused-token`: there was no token to call with, so nothing was sent. */
export type CallFault = { readonly kind: 'refused-token'; readonly failure: Failure } | AnsweredFault | LostFault

/** What was known about a call when it failed. */
export type CallCircumstances = {
  readonly sent: boolean
  readonly aborted: boolean
  readonly redact: (text: string) => string
}

const retryAfter = (error: ConnectError): number | undefined => {
  const seconds = Number(error.metadata.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined
}

const violationsOf = (infos: readonly ErrorInfo[]): readonly string[] =>
  infos.flatMap(({ validationErrorInfo }) =>
    (validationErrorInfo?.fieldViolations ?? []).map(({ field, description }) => `${field}: ${description}`),
  )

const toolErrorOf = (infos: readonly ErrorInfo[], redact: (text: string) => string): ToolError | undefined => {
  const info = infos.find(({ errorCode }) => errorCode === 'TOOL_ERROR')
  if (info === undefined) return undefined
  const { toolErrorCode = '', toolErrorMessage = '', executionId = '' } = info.toolErrorInfo ?? {}
  return {
    code: toolErrorCode,
    message: redact(toolErrorMessage),
    executionId: executionId === '' ? undefined : executionId,
  }
}

const answered = (error: ConnectError, redact: (text: string) => string): AnsweredFault => {
  const infos = error.findDetails(ErrorInfoSchema)
  return {
    kind: 'answered',
    status: error.code,
    tool: toolErrorOf(infos, redact),
    errorCode: infos.find(({ errorCode }) => errorCode !== '')?.errorCode ?? '',
    message: redact([error.rawMessage, ...violationsOf(infos)].filter((text) => text !== '').join(' - ')),
    retryAfterSeconds: retryAfter(error),
  }
}

// Only a gRPC status in the answer is Scalekit's own word. Every other code is made on this side from a
// reset, a dead connection or a proxy's page; of those, HTTP 401 alone says that nothing was done.
const isAnswer = (error: ConnectError): boolean =>
  error.metadata.has('grpc-status') || error.code === Code.Unauthenticated

const howLost = (error: ConnectError, aborted: boolean): LostFault['how'] => {
  if (aborted) return 'aborted'
  if (error.code === Code.DeadlineExceeded) return 'deadline'
  if (error.code === Code.ResourceExhausted && error.rawMessage.includes('readMaxBytes')) return 'too-large'
  return 'connection'
}

/** Turns what a transport threw into facts, leaving stack entries and debug information behind. */
export const describeFault = (thrown: unknown, circumstances: CallCircumstances): AnsweredFault | LostFault => {
  const error = ConnectError.from(thrown)
  if (isAnswer(error)) return answered(error, circumstances.redact)
  return {
    kind: 'lost',
    how: howLost(error, circumstances.aborted),
    sent: circumstances.sent,
    networkDown: networkFailure(error) !== null,
  }
}
