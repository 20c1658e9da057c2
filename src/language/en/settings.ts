/** The Settings screen. */
export const settings = {
  title: 'Settings',
  list: 'Sections of Settings',
  sections: {
    you: 'You',
    appearance: 'Appearance',
    'start-up': 'Start-up',
    'set-up': 'Set-up',
    'quick-ask': 'Quick ask',
    permissions: 'Always allowed',
    doctor: 'Doctor',
    about: 'About',
  },
  appearance: {
    theme: 'Theme',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    contrast: 'Contrast',
    contrasts: { system: 'System', more: 'High' },
    contrastHint: 'High contrast makes text and edges stand out, in light and dark.',
  },
  startUp: {
    atLogin: 'Open Onbehalf when you sign in to this computer',
    hint: 'It starts with its window hidden: call it with the quick-ask shortcut, from the tray, or by opening it again.',
  },
  signedOut: 'Nobody is signed in right now.',
} as const
