import type { Failure, FailureCode } from '../../contract/failure'
import { formatRelativeTime } from '../../language/formats'
import { t } from '../../language/words'
import type { English } from '../../language/english'

type Named = keyof English['failures']['named']
type Plain = keyof English['failures']['plain']
type Later = keyof English['failures']['later']
/** Those that say more than what they happened to. */
type Own = Exclude<FailureCode, Named | Plain | Later>

const second = 1000

const when = ({ retryAfterSeconds: seconds }: Failure): string =>
  seconds === undefined ? t('failures.moment') : formatRelativeTime(Math.max(1, Math.ceil(seconds)) * second, 0)

const later = (failure: Failure, code: Later): string =>
  t(`failures.later.${code}`, { subject: failure.subject ?? t('failures.provider'), when: when(failure) })

const named = ({ subject }: Failure, code: Named): string =>
  subject === undefined || subject === '' ? t(`failures.unnamed.${code}`) : t(`failures.named.${code}`, { subject })

const goesOn = ({ action }: Failure): '' | 'GoOn' => (action.kind === 'retry' ? 'GoOn' : '')

const stopped = ({ subject = '0', detail = '0' }: Failure): string => {
  if (subject === '0') return t('failures.stoppedNothing')
  const sent = detail === '0' ? t('failures.noneSent') : t('failures.sent', { count: Number(detail) })
  return `${t('failures.stopped', { count: Number(subject) })} ${sent}`
}

// What is said when a call would be in other hands, or in another place, than the person agreed to.
const own: Record<Own, (failure: Failure) => string> = {
  'account-changed': (failure) =>
    t(`failures.accountChanged${goesOn(failure)}`, {
      subject: failure.subject ?? t('failures.otherAccount'),
      detail: failure.detail ?? t('failures.otherAccount'),
    }),
  'account-unconfirmed': (failure) =>
    t(`failures.accountUnconfirmed${goesOn(failure)}`, { subject: failure.subject ?? t('failures.otherAccount') }),
  'place-changed': ({ subject, detail }) =>
    t('failures.placeChanged', {
      subject: subject ?? t('failures.otherPlace'),
      detail: detail ?? t('failures.placeGone'),
    }),
  'everything-stopped': stopped,
}

type Say = (failure: Failure) => string

const plainCodes: Record<Plain, true> = {
  'sign-in-cancelled': true,
  'session-expired': true,
  'not-signed-in': true,
  'network-down': true,
  'scalekit-credentials': true,
  'scalekit-failed': true,
  'model-key': true,
  'model-failed': true,
  'too-many-steps': true,
  'arguments-refused': true,
  'arguments-invalid': true,
  'not-grantable': true,
  'approval-gone': true,
  'link-unknown': true,
  'link-malformed': true,
  'link-stale': true,
  'link-replayed': true,
  'link-other-person': true,
  'keychain-unavailable': true,
  'not-saved': true,
  'scheme-unregistered': true,
  'browser-unavailable': true,
  'shortcut-wayland': true,
  'ask-waits': true,
  'clock-wrong': true,
  'disk-low': true,
  'request-invalid': true,
  'not-found': true,
  internal: true,
}
const namedCodes: Record<Named, true> = {
  'issuer-unreachable': true,
  'issuer-refused': true,
  'scalekit-unreachable': true,
  'model-unreachable': true,
  'model-missing': true,
  'calls-repeated': true,
  'connection-needed': true,
  'connection-expired': true,
  'connection-revoked': true,
  'connection-scope-missing': true,
  'connection-changed': true,
  'consent-denied': true,
  'tool-refused': true,
  'tool-failed': true,
  'tool-unknown': true,
  'tool-timeout': true,
  'tool-changed': true,
  'outcome-unknown': true,
  'changed-since': true,
  'changed-meanwhile': true,
  'settings-unreadable': true,
  'database-unreadable': true,
  'shortcut-taken': true,
  'place-unchecked': true,
  'import-malformed': true,
  'import-newer': true,
  'import-too-large': true,
  'import-unreadable': true,
}
const laterCodes: Record<Later, true> = {
  'scalekit-rate-limited': true,
  'model-rate-limited': true,
  'tool-rate-limited': true,
}

const isIn = <Code extends FailureCode>(codes: Record<Code, true>, code: FailureCode): code is Code => code in codes

/** What happened, to what, and what to do next. */
export const failureSentence: Say = (failure) => {
  const { code } = failure
  if (isIn(plainCodes, code)) return t(`failures.plain.${code}`)
  if (isIn(namedCodes, code)) return named(failure, code)
  return isIn(laterCodes, code) ? later(failure, code) : own[code](failure)
}

/** Whose detail is part of their sentence, and not the other side's own words. */
export const namesInDetail: ReadonlySet<FailureCode> = new Set([
  'account-changed',
  'account-unconfirmed',
  'everything-stopped',
  'place-changed',
])

// What is tried again goes on from where it stopped.
const goingOn: ReadonlySet<FailureCode> = new Set([
  'account-changed',
  'account-unconfirmed',
  'too-many-steps',
  'calls-repeated',
])

const ownWords = ({ code, action }: Failure): string | undefined => {
  if (action.kind === 'retry' && goingOn.has(code)) return t('failures.actions.goOn')
  return action.kind === 'sign-in' && code === 'issuer-refused' ? t('failures.actions.signInAgain') : undefined
}

/** The label of a failure's button, or null when there is nothing to press. `name` is the provider to reconnect. */
export const failureButton = (failure: Failure, name: string | undefined): string | null => {
  const { subject, action } = failure
  if (action.kind === 'none') return null
  if (action.kind === 'connect' || action.kind === 'reconnect') {
    return t(`failures.actions.${action.kind}`, { name: name ?? subject ?? action.connection })
  }
  return ownWords(failure) ?? t(`failures.actions.${action.kind}`)
}
