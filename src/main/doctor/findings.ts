import type { Finding } from '../../contract/doctor'
import { failure } from '../platform/failures'

// Tokens are good for minutes: from here on a wrong clock ends sessions.
const mostSkewMs = 2 * 60_000
const leastFreeBytes = 200_000_000

/** Judges this computer's clock by how far it is ahead of the sign-in service's (milliseconds, negative: behind). */
export const clockFinding = (aheadMs: number): Finding =>
  Math.abs(aheadMs) <= mostSkewMs
    ? { state: 'well', value: aheadMs }
    : { state: 'ill', value: aheadMs, failure: failure('clock-wrong', { action: { kind: 'retry' } }) }

/** Judges the disk by what is free on it (bytes). */
export const diskFinding = (freeBytes: number): Finding =>
  freeBytes >= leastFreeBytes
    ? { state: 'well', value: freeBytes }
    : { state: 'ill', value: freeBytes, failure: failure('disk-low', { action: { kind: 'retry' } }) }
