import { Code } from '@connectrpc/connect'
import { describe, expect, test } from 'vitest'
import type { FailureCode } from '../../../src/contract/failure'
import { describeFault } from '../../../src/main/scalekit/call-fault'
import { executionOutcome } from '../../../src/main/scalekit/execution-outcome'
import { debugSecret, scalekitError, toolError, validationError } from './environment-errors'

const onTheWire = (error: ReturnType<typeof toolError>) => {
  error.metadata.set('grpc-status', String(error.code))
  return error
}

const outcomeOf = (error: ReturnType<typeof toolError>, mayWrite = true) =>
  executionOutcome(describeFault(onTheWire(error), { sent: true, aborted: false, redact: (text) => text }), {
    connection: 'monday-prod',
    tool: 'monday_thing_create',
    mayWrite,
    host: 'acme.scalekit.test',
  })

const reconnect = { kind: 'reconnect', connection: 'monday-prod' }

describe("a provider's refusal becomes the failure that helps", () => {
  const { Unauthenticated, PermissionDenied, ResourceExhausted, Internal } = Code
  const refusals: readonly {
    readonly said: readonly [Code, string, string]
    readonly code: FailureCode
    readonly action: object
  }[] = [
    { said: [Unauthenticated, 'UNAUTHORIZED', 'account expired'], code: 'connection-expired', action: reconnect },
    { said: [Unauthenticated, 'UNAUTHORIZED', 'token revoked'], code: 'connection-revoked', action: reconnect },
    { said: [Unauthenticated, 'TOKEN_REVOKED', 'no'], code: 'connection-revoked', action: reconnect },
    { said: [Unauthenticated, 'X', 'missing scope a:b'], code: 'connection-scope-missing', action: reconnect },
    { said: [PermissionDenied, 'INSUFFICIENT_SCOPE', 'a:b'], code: 'connection-scope-missing', action: reconnect },
    {
      said: [PermissionDenied, 'FORBIDDEN', 'lacks permission'],
      code: 'tool-refused',
      action: { kind: 'open-connections' },
    },
    { said: [ResourceExhausted, 'RATE_LIMITED', 'budget'], code: 'tool-rate-limited', action: { kind: 'retry' } },
    { said: [Internal, 'EXEC_FAILED', 'item not found'], code: 'tool-failed', action: { kind: 'retry' } },
  ]
  test.each(refusals)('$said is $code', ({ said: [status, toolCode, message], code, action }) => {
    const outcome = outcomeOf(toolError(status, { code: toolCode, message }))
    expect(outcome).toMatchObject({ kind: 'refused', executionId: 'exec_failed', failure: { code, action } })
    expect(JSON.stringify(outcome)).not.toContain(debugSecret)
  })

  test('when to try again', () => {
    const error = toolError(Code.ResourceExhausted, { code: 'RATE_LIMITED', message: 'slow down', retryAfter: 30 })
    expect(outcomeOf(error)).toMatchObject({ failure: { code: 'tool-rate-limited', retryAfterSeconds: 30 } })
  })

  test('an endless sentence is shortened', () => {
    const outcome = outcomeOf(toolError(Code.Internal, { code: 'X', message: 'a'.repeat(10_000) }))
    expect(outcome.kind === 'refused' && outcome.failure.detail?.length).toBe(2000)
  })
})

describe("a check of Scalekit's own becomes the failure that helps", () => {
  const checks: readonly (readonly [string, ReturnType<typeof toolError>, FailureCode])[] = [
    [
      'inactive',
      scalekitError(Code.FailedPrecondition, 'CONNECTED_ACCOUNT_NOT_ACTIVE', 'not active'),
      'connection-expired',
    ],
    [
      'no account',
      scalekitError(Code.NotFound, 'RESOURCE_NOT_FOUND', 'connected account not found'),
      'connection-needed',
    ],
    ['no tool', scalekitError(Code.NotFound, 'TOOL_NOT_FOUND', 'tool not found'), 'tool-unknown'],
    ['arguments', validationError('board_id', 'required'), 'arguments-invalid'],
    [
      'environment rate',
      scalekitError(Code.ResourceExhausted, 'RATE_LIMIT', 'environment rate limit'),
      'scalekit-rate-limited',
    ],
    [
      'no right',
      scalekitError(Code.PermissionDenied, 'FORBIDDEN', 'client lacks a permission'),
      'scalekit-credentials',
    ],
  ]
  test.each(checks)('%s', (_name, error, code) => {
    const outcome = outcomeOf(error)
    expect(outcome).toMatchObject({ kind: 'refused', failure: { code } })
    expect(JSON.stringify(outcome)).not.toContain(debugSecret)
  })

  test('an invalid argument is named', () => {
    const outcome = outcomeOf(validationError('board_id', 'required'))
    expect(outcome.kind === 'refused' && outcome.failure.detail).toContain('board_id: required')
  })
})

describe('only what is certain is called refused', () => {
  const codes = [
    Code.Unavailable,
    Code.DeadlineExceeded,
    Code.Canceled,
    Code.Internal,
    Code.Unknown,
    Code.DataLoss,
    Code.Aborted,
  ]
  test.each(codes)('code %i of Scalekit leaves a write unknown and a read refused', (code) => {
    expect(outcomeOf(scalekitError(code, 'X', 'x')).kind).toBe('unknown')
    expect(outcomeOf(scalekitError(code, 'X', 'x'), false).kind).toBe('refused')
  })

  test.each(codes)('code %i without an answer of Scalekit leaves a write unknown', (code) => {
    const fault = describeFault(scalekitError(code, 'X', 'x'), { sent: true, aborted: false, redact: (text) => text })
    const call = { connection: 'c', tool: 't', mayWrite: true, host: 'h' }
    expect(executionOutcome(fault, call).kind).toBe('unknown')
    expect(fault.kind === 'lost' && executionOutcome({ ...fault, sent: false }, call).kind).toBe('refused')
  })
})
