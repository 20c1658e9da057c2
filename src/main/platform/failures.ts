import type { Failure, FailureAction, FailureCode } from '../../contract/failure'

type ActionKind = Exclude<FailureAction['kind'], 'connect' | 'reconnect' | 'show-file'>

const subjectLimit = 300
const detailLimit = 2000

// What helps most often. Actions that name something (a connection, a file) are passed by whoever knows it.
const defaultActions: Readonly<Record<FailureCode, ActionKind>> = {
  'network-down': 'retry',
  'issuer-unreachable': 'retry',
  'issuer-refused': 'sign-in',
  'sign-in-cancelled': 'sign-in',
  'session-expired': 'sign-in',
  'not-signed-in': 'sign-in',
  'scalekit-unreachable': 'retry',
  'scalekit-credentials': 'open-settings',
  'scalekit-rate-limited': 'retry',
  'scalekit-failed': 'retry',
  'model-unreachable': 'retry',
  'model-key': 'open-settings',
  'model-rate-limited': 'retry',
  'model-failed': 'retry',
  'model-missing': 'open-settings',
  'connection-needed': 'open-connections',
  'connection-expired': 'open-connections',
  'connection-revoked': 'open-connections',
  'connection-scope-missing': 'open-connections',
  'connection-changed': 'open-connections',
  'account-changed': 'none',
  'account-unconfirmed': 'none',
  'place-changed': 'none',
  'place-unchecked': 'none',
  'consent-denied': 'open-connections',
  'tool-refused': 'open-connections',
  'tool-rate-limited': 'retry',
  'tool-failed': 'retry',
  'tool-unknown': 'open-connections',
  'tool-timeout': 'retry',
  'tool-changed': 'none',
  'arguments-invalid': 'retry',
  'arguments-refused': 'none',
  'outcome-unknown': 'read-back',
  'approval-gone': 'dismiss',
  'not-grantable': 'none',
  'changed-meanwhile': 'none',
  'changed-since': 'none',
  'too-many-steps': 'retry',
  'everything-stopped': 'dismiss',
  'calls-repeated': 'retry',
  'link-unknown': 'dismiss',
  'link-malformed': 'dismiss',
  'link-stale': 'dismiss',
  'link-replayed': 'dismiss',
  'link-other-person': 'dismiss',
  'settings-unreadable': 'dismiss',
  'database-unreadable': 'dismiss',
  'keychain-unavailable': 'dismiss',
  'not-saved': 'dismiss',
  'shortcut-taken': 'open-settings',
  'shortcut-wayland': 'open-settings',
  'ask-waits': 'dismiss',
  'scheme-unregistered': 'dismiss',
  'browser-unavailable': 'retry',
  'clock-wrong': 'retry',
  'disk-low': 'retry',
  'import-malformed': 'dismiss',
  'import-newer': 'dismiss',
  'import-too-large': 'dismiss',
  'import-unreadable': 'retry',
  'request-invalid': 'dismiss',
  'not-found': 'dismiss',
  internal: 'dismiss',
}

/** Makes a failure with the action that usually helps; texts are shortened to what the contract allows. */
export const failure = (code: FailureCode, extras: Partial<Omit<Failure, 'code'>> = {}): Failure => ({
  code,
  action: extras.action ?? { kind: defaultActions[code] },
  ...(extras.subject === undefined ? {} : { subject: extras.subject.slice(0, subjectLimit) }),
  ...(extras.detail === undefined ? {} : { detail: extras.detail.slice(0, detailLimit) }),
  ...(extras.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: Math.max(0, extras.retryAfterSeconds) }),
})

const offlineCodes: ReadonlySet<unknown> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'ENETUNREACH',
  'ENETDOWN',
  'EHOSTUNREACH',
  'EADDRNOTAVAIL',
])

const causesOf = (error: object): readonly unknown[] => {
  const several: readonly unknown[] = error instanceof AggregateError ? error.errors : []
  return 'cause' in error ? [error.cause, ...several] : several
}

const saysOffline = (error: unknown, depth: number): boolean => {
  if (typeof error !== 'object' || error === null || depth > 8) return false
  if ('code' in error && offlineCodes.has(error.code)) return true
  return causesOf(error).some((cause) => saysOffline(cause, depth + 1))
}

/** `network-down` when the error, or what caused it, says that this computer has no way out; otherwise null. */
export const networkFailure = (error: unknown): Failure | null =>
  saysOffline(error, 0) ? failure('network-down') : null
