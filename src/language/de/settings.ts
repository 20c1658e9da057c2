import type { settings as english } from '../en/settings'
import type { Translated } from '../translated'

/** The Settings screen. */
export const settings: Translated<typeof english> = {
  title: 'Einstellungen',
  list: 'Bereiche der Einstellungen',
  sections: {
    you: 'Konto',
    appearance: 'Darstellung',
    'set-up': 'Einrichtung',
    'quick-ask': 'Schnellfrage',
    permissions: 'Immer erlaubt',
    doctor: 'Diagnose',
    about: 'Info',
  },
  signedOut: 'Gerade ist niemand angemeldet.',
}
