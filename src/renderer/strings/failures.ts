import type { Failure, FailureAction, FailureCode } from '../../contract/failure'
import { accountFailures } from './account-failures'
import { computer } from './computer-failures'
import { subject, type Words } from './failure-words'
import { stoppedFailure } from './stopped-failure'

const wait = ({ retryAfterSeconds: seconds }: Failure): string => {
  if (seconds === undefined) return 'in a moment'
  if (seconds < 90) return `in ${String(Math.max(1, Math.ceil(seconds)))} seconds`
  return `in ${String(Math.ceil(seconds / 60))} minutes`
}

const signIn: Record<
  'issuer-unreachable' | 'issuer-refused' | 'sign-in-cancelled' | 'session-expired' | 'not-signed-in',
  Words
> = {
  'issuer-unreachable': {
    sentence: (f) =>
      `The sign-in service${f.subject ? ` at ${f.subject}` : ''} doesn’t answer. Check your network, then try again.`,
    button: 'Try again',
  },
  'issuer-refused': {
    sentence: (f) =>
      `${subject(f, 'The sign-in service')} refused the sign-in. Try again, or ask whoever set up Onbehalf.`,
    button: 'Sign in again',
  },
  'sign-in-cancelled': {
    sentence: () => 'Signing in was not finished, so nothing has changed. Start again when you are ready.',
    button: 'Sign in',
  },
  'session-expired': {
    sentence: () => 'Your session has ended. Sign in again to go on; what you typed is still here.',
    button: 'Sign in',
  },
  'not-signed-in': { sentence: () => 'You are signed out. Sign in to do this.', button: 'Sign in' },
}

const scalekit: Record<Extract<FailureCode, `scalekit-${string}` | 'network-down'>, Words> = {
  'network-down': {
    sentence: () => 'There is no network connection. Nothing was lost; try again once you are online.',
    button: 'Try again',
  },
  'scalekit-unreachable': {
    sentence: (f) =>
      `Scalekit${f.subject ? ` at ${f.subject}` : ''} doesn’t answer. Check your network, then try again.`,
    button: 'Try again',
  },
  'scalekit-credentials': {
    sentence: () => 'Scalekit refuses this app’s credentials. Check the client ID and secret in Settings.',
    button: 'Open Settings',
  },
  'scalekit-rate-limited': {
    sentence: (f) => `Scalekit is getting too many requests. Try again ${wait(f)}.`,
    button: 'Try again',
  },
  'scalekit-failed': {
    sentence: () => 'Scalekit could not do this because of a fault on its side. Try again in a moment.',
    button: 'Try again',
  },
}

const model: Record<Extract<FailureCode, `model-${string}`> | 'too-many-steps' | 'calls-repeated', Words> = {
  'model-unreachable': {
    sentence: (f) =>
      `The language model${f.subject ? ` at ${f.subject}` : ''} doesn’t answer. Your message is saved; try again.`,
    button: 'Try again',
  },
  'model-key': {
    sentence: () => 'The language model refuses this app’s API key. Check the key in Settings, then ask again.',
    button: 'Open Settings',
  },
  'model-rate-limited': {
    sentence: (f) => `The language model is getting too many requests. Your message is saved; try again ${wait(f)}.`,
    button: 'Try again',
  },
  'model-failed': {
    sentence: () => 'The language model stopped with an error. Your message is saved; try again.',
    button: 'Try again',
  },
  'model-missing': {
    sentence: (f) => `The model’s endpoint has no model called ${subject(f, 'this')}. Choose another one in Settings.`,
    button: 'Open Settings',
  },
  'too-many-steps': {
    sentence: () => 'This took more steps than one answer may. Read what is done so far, then let it go on.',
    button: 'Go on',
  },
  'calls-repeated': {
    sentence: (f) =>
      `The assistant called ${subject(f, 'the same tool')} over and over, so it was stopped here. Ask in other words, or let it go on.`,
    button: 'Go on',
  },
}

const connection: Record<Extract<FailureCode, `connection-${string}`> | 'consent-denied', Words> = {
  'connection-needed': {
    sentence: (f) => `${subject(f, 'This account')} is not connected yet. Connect it, then ask again.`,
    button: 'Connect',
  },
  'connection-expired': {
    sentence: (f) =>
      `Your access to ${subject(f, 'this account')} has run out. Reconnect it to go on; nothing was changed.`,
    button: 'Reconnect',
  },
  'connection-revoked': {
    sentence: (f) =>
      `Your access to ${subject(f, 'this account')} was withdrawn. Reconnect it to go on; nothing was changed.`,
    button: 'Reconnect',
  },
  'connection-scope-missing': {
    sentence: (f) =>
      `${subject(f, 'This account')} was connected without the permission that this needs. Reconnect it and allow it.`,
    button: 'Reconnect',
  },
  'connection-changed': {
    sentence: (f) =>
      `${subject(f, 'The connection')} is connected to another account than when this was prepared. It was not done; ask again.`,
    button: 'Open Connections',
  },
  'consent-denied': {
    sentence: (f) => `${subject(f, 'The provider')} was not connected, because access was refused in the browser.`,
    button: 'Connect',
  },
}

const tool: Record<
  | Extract<FailureCode, `tool-${string}` | `arguments-${string}`>
  | 'outcome-unknown'
  | 'approval-gone'
  | 'changed-meanwhile'
  | 'not-grantable'
  | 'changed-since',
  Words
> = {
  'tool-refused': {
    sentence: (f) =>
      `${subject(f, 'The provider')} refused this: your account there isn’t allowed to do it. Nothing was changed.`,
    button: 'Open Connections',
  },
  'tool-rate-limited': {
    sentence: (f) =>
      `${subject(f, 'The provider')} is getting too many requests. It was not done; try again ${wait(f)}.`,
    button: 'Try again',
  },
  'tool-failed': {
    sentence: (f) => `${subject(f, 'The provider')} could not do this.`,
    button: 'Try again',
  },
  'tool-unknown': {
    sentence: (f) =>
      `${subject(f, 'This tool')} is not among the tools that your accounts have now, so nothing was done.`,
    button: 'Open Connections',
  },
  'tool-timeout': {
    sentence: (f) => `${subject(f, 'The provider')} took too long to answer. Try again.`,
    button: 'Try again',
  },
  'tool-changed': {
    sentence: (f) =>
      `${subject(f, 'This tool')} now expects other values than those you approved, so nothing was sent. Correct them, then approve again.`,
    button: 'Dismiss',
  },
  'arguments-refused': {
    sentence: () => 'The values that the assistant chose don’t fit what the tool expects, so nothing was sent.',
    button: 'Dismiss',
  },
  'arguments-invalid': {
    sentence: () => 'These values don’t fit what the tool expects. Correct them, then approve.',
    button: 'Try again',
  },
  'outcome-unknown': {
    sentence: (f) =>
      `The answer of ${subject(f, 'the provider')} was lost, so it may or may not have been done. It is not repeated.`,
    button: 'Look again',
  },
  'not-grantable': {
    sentence: () => 'This can’t be always allowed with these values. Nothing was done; approve it once instead.',
    button: 'OK',
  },
  'approval-gone': {
    sentence: () => 'This was already decided or is no longer waiting. Nothing was done twice.',
    button: 'Dismiss',
  },
  'changed-since': {
    sentence: (f) =>
      `This was changed again in ${subject(f, 'the account')} since, so Onbehalf doesn’t take it back. Nothing was done.`,
    button: 'Dismiss',
  },
  'changed-meanwhile': {
    sentence: (f) =>
      `Somebody changed this in ${subject(f, 'the account')} while it waited. It was not done: look at it again, then approve.`,
    button: 'Dismiss',
  },
}

const link: Record<Extract<FailureCode, `link-${string}`>, Words> = {
  'link-unknown': {
    sentence: () =>
      'A link came back to Onbehalf that it was not waiting for, so it was ignored. Start again from here.',
    button: 'Open Connections',
  },
  'link-malformed': {
    sentence: () => 'A link to Onbehalf could not be read, so it was ignored. Start again from here.',
    button: 'Dismiss',
  },
  'link-stale': {
    sentence: () => 'That link came back too late: it is good for ten minutes. Start again from here.',
    button: 'Open Connections',
  },
  'link-replayed': {
    sentence: () => 'That link was already used once, so it was ignored. Nothing has changed.',
    button: 'Dismiss',
  },
  'link-other-person': {
    sentence: () => 'That link was started by somebody else, so it was ignored. Connect again under your own name.',
    button: 'Open Connections',
  },
}

/** Whose detail is part of their sentence, and not the other side's own words. */
export const namesInDetail: ReadonlySet<FailureCode> = new Set([
  'account-changed',
  'account-unconfirmed',
  'everything-stopped',
  'place-changed',
])

/** A sentence and a button label for every failure there is. */
export const failureWords: Record<FailureCode, Words> = {
  ...signIn,
  ...scalekit,
  ...model,
  ...accountFailures,
  ...stoppedFailure,
  ...connection,
  ...tool,
  ...link,
  ...computer,
}

const actionLabels: Record<FailureAction['kind'], string | null> = {
  none: null,
  retry: 'Try again',
  'sign-in': 'Sign in',
  connect: 'Connect',
  reconnect: 'Reconnect',
  'read-back': 'Look again',
  'open-settings': 'Open Settings',
  'open-connections': 'Open Connections',
  'show-file': 'Show file',
  dismiss: 'Dismiss',
}

// The label has to say what the button does, also when main chose another action than the usual one.
const fits = (button: string, generic: string): boolean =>
  button === generic ||
  (generic === 'Try again' && button === 'Go on') ||
  (generic === 'Sign in' && button.startsWith(generic))

/** The label of a failure's button, or null when there is nothing to press. `name` is the provider to reconnect. */
export const failureButton = (failure: Failure, name: string | undefined): string | null => {
  const generic = actionLabels[failure.action.kind]
  if (generic === null) return null
  if (failure.action.kind === 'connect' || failure.action.kind === 'reconnect') {
    return `${generic} ${name ?? failure.subject ?? failure.action.connection}`
  }
  const { button } = failureWords[failure.code]
  return fits(button, generic) ? button : generic
}
