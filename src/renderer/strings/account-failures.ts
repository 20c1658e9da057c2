import type { Failure, FailureCode } from '../../contract/failure'
import { subject, type Words } from './failure-words'

const goesOn = ({ action }: Failure): string =>
  action.kind === 'retry' ? 'let it go on if that is right' : 'approve it again if that is right'

/** What is said when a call would be in other hands, or in another place, than the person agreed to. */
export const accountFailures: Record<Extract<FailureCode, `account-${string}` | `place-${string}`>, Words> = {
  'account-changed': {
    sentence: (f) =>
      `This was meant for ${subject(f, 'another account')}, but ${f.detail ?? 'another account'} is connected now. It was not done; ${goesOn(f)}.`,
    button: 'Go on',
  },
  'account-unconfirmed': {
    sentence: (f) =>
      `This was meant for ${subject(f, 'another account')}, and nothing says for certain that it is still that account. It was not done; ${goesOn(f)}.`,
    button: 'Go on',
  },
  'place-changed': {
    sentence: (f) =>
      `You approved this for ${subject(f, 'another place')}, but now it is ${f.detail ?? 'not there any more'}. Nothing was sent; approve it again if that is right.`,
    button: 'Dismiss',
  },
  'place-unchecked': {
    sentence: (f) =>
      `It could not be checked in time whether this is still ${subject(f, 'as the card shows')}. Nothing was sent; approve it again to check again.`,
    button: 'Dismiss',
  },
}
