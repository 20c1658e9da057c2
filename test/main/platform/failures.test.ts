import { describe, expect, it } from 'vitest'
import { failureCodes, failureSchema, type FailureCode } from '../../../src/contract/failure'
import { failure, networkFailure } from '../../../src/main/platform/failures'

// What helps against these is on the card or the line that says them.
const onTheCard: ReadonlySet<FailureCode> = new Set([
  'account-changed',
  'account-unconfirmed',
  'place-changed',
  'place-unchecked',
  'tool-changed',
  'arguments-refused',
  'changed-meanwhile',
  'changed-since',
  'not-grantable',
])

describe('a failure', () => {
  it.each(failureCodes)('%s has an action and crosses to the windows', (code) => {
    const made = failure(code, { subject: 's'.repeat(999), detail: 'd'.repeat(9999), retryAfterSeconds: -1 })
    expect(failureSchema.parse(made)).toEqual(made)
    expect(made.action.kind === 'none').toBe(onTheCard.has(code))
  })

  it('takes the action that its maker knows better', () => {
    const action = { kind: 'reconnect', connection: 'monday-prod' } as const
    expect(failure('connection-expired', { action })).toEqual({ code: 'connection-expired', action })
  })
})

describe('a network failure', () => {
  it('is found under what wraps it', () => {
    const lookup = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' })
    const all = Object.assign(new AggregateError([Object.assign(new Error(), { code: 'ENETUNREACH' })]), { code: 'X' })
    expect(networkFailure(new TypeError('fetch failed', { cause: lookup }))).toEqual({
      code: 'network-down',
      action: { kind: 'retry' },
    })
    expect(networkFailure(new Error('outer', { cause: all }))).not.toBeNull()
  })

  it('is no refused connection, no endless chain and nothing that is no error', () => {
    const refused = Object.assign(new Error(), { code: 'ECONNREFUSED' })
    const endless = new Error('a')
    endless.cause = endless
    for (const error of [refused, endless, null, undefined, 'ENOTFOUND', 7]) expect(networkFailure(error)).toBeNull()
  })
})
