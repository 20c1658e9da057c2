/** The Settings screen. */
export const settings = {
  title: 'Settings',
  list: 'Sections of Settings',
  sections: {
    you: 'You',
    appearance: 'Appearance',
    'set-up': 'Set-up',
    'quick-ask': 'Quick ask',
    permissions: 'Always allowed',
    doctor: 'Doctor',
    about: 'About',
  },
  signedOut: 'Nobody is signed in right now.',
} as const
