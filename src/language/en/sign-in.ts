/** What is said before somebody is signed in, and while something is missing. */
export const signIn = {
  promise: 'Ask in plain words; Onbehalf does it in your own accounts, under your name, once you approve.',
  button: 'Sign in',
  how: 'Signing in opens your browser. Your password never passes through this app.',
  waiting: 'Finish in your browser…',
  waitingHow: 'This window goes on by itself as soon as you are back.',
  again: 'Open the page again',
  copy: 'Copy link',
  copied: 'Link copied',
  cancel: 'Cancel',
} as const

/** What is said while the app is not set up completely. */
export const setup = {
  title: 'Onbehalf is not set up completely',
  lead: 'Nothing works half: enter what is missing here or in the file below, then check again.',
  missing: 'Missing',
  invalid: 'Needs correcting',
  problems: {
    'no-address': 'is not a web address',
    insecure: 'must start with https://, except on this computer',
    'has-user': 'must not contain a user name or password',
    'has-hash': 'must not contain a #',
    'has-query': 'must not contain a ?',
    'too-long': 'is too long',
    'not-a-word': 'must be one word, without spaces or line breaks',
    'not-a-redirect': 'must be "scheme" or "loopback"',
    unclear: 'can’t be understood',
  },
  file: 'Values can also go into this file, one NAME=value a line:',
  check: 'Check again',
  enter: 'Enter the values here',
} as const
