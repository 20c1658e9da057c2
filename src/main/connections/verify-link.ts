import { z } from 'zod'
import type { VerifyReturn } from './connections'

const grantedSchema = z.object({ auth_request_id: z.string().min(1).max(1000), state: z.string() })

/**
 * Reads what the browser brought back to the verify page of one pending authorization. Null when it is not for this
 * one. A denial may come without a state: the page's own address is the secret then.
 */
export const parseVerifyReturn = (parameters: URLSearchParams, state: string): VerifyReturn | null => {
  const given = Object.fromEntries(parameters)
  if (given['error'] !== undefined) return (given['state'] ?? state) === state ? { kind: 'denied', state } : null
  const granted = grantedSchema.safeParse(given)
  if (!granted.success || granted.data.state !== state) return null
  return { kind: 'granted', authRequestId: granted.data.auth_request_id, state }
}

/** The parameters that go back to the app: these and no others. */
export const verifyParameters = (returned: VerifyReturn): URLSearchParams =>
  returned.kind === 'granted'
    ? new URLSearchParams({ auth_request_id: returned.authRequestId, state: returned.state })
    : new URLSearchParams({ error: 'access_denied', state: returned.state })

/** The deep link that completes a pending authorization. */
export const verifyLink = (returned: VerifyReturn): string =>
  `onbehalf://connect/verify?${verifyParameters(returned).toString()}`
