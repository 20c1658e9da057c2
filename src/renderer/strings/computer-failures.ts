import type { FailureCode } from '../../contract/failure'
import { subject, type Words } from './failure-words'

/** What is said when this computer is what keeps the app from working. */
export const computer: Record<
  | Extract<FailureCode, `${string}-unreadable`>
  | 'keychain-unavailable'
  | 'not-saved'
  | 'shortcut-taken'
  | 'scheme-unregistered'
  | 'browser-unavailable'
  | 'clock-wrong'
  | 'disk-low'
  | 'request-invalid'
  | 'not-found'
  | 'internal',
  Words
> = {
  'settings-unreadable': {
    sentence: (f) =>
      `The settings file could not be read. It is kept as ${subject(f, 'a copy')}, and you start with fresh settings.`,
    button: 'Show file',
  },
  'database-unreadable': {
    sentence: (f) =>
      `Your conversations’ file could not be read. It is kept as ${subject(f, 'a copy')}, and you start with an empty one.`,
    button: 'Show file',
  },
  'keychain-unavailable': {
    sentence: () => 'This computer has no keychain that is open, so you stay signed in only until Onbehalf quits.',
    button: 'Dismiss',
  },
  'not-saved': {
    sentence: () => 'This could not be saved: the disk may be full. Free some space; Onbehalf keeps working meanwhile.',
    button: 'Try again',
  },
  'shortcut-taken': {
    sentence: (f) =>
      `Another app uses ${subject(f, 'the quick-ask shortcut')} already. Choose another one in Settings.`,
    button: 'Open Settings',
  },
  'scheme-unregistered': {
    sentence: () =>
      'This computer doesn’t hand onbehalf:// links to this app. Finish on the page in your browser instead.',
    button: 'Dismiss',
  },
  'browser-unavailable': {
    sentence: () => 'Your browser could not be opened. Set a default browser, then try again.',
    button: 'Try again',
  },
  'clock-wrong': {
    sentence: () => 'This computer’s clock is wrong, which ends sessions early. Set it, then try again.',
    button: 'Try again',
  },
  'disk-low': {
    sentence: () => 'The disk is almost full, so what you type may soon not be saved. Free some space, then try again.',
    button: 'Try again',
  },
  'request-invalid': {
    sentence: () => 'Onbehalf refused this because it isn’t well-formed. Correct it, then try again.',
    button: 'Dismiss',
  },
  'not-found': { sentence: () => 'This isn’t there any more. It may have been deleted.', button: 'Dismiss' },
  internal: {
    sentence: () => 'Onbehalf ran into a fault of its own. Nothing that you typed is lost; try again.',
    button: 'Try again',
  },
}
