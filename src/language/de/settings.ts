import type { settings as english } from '../en/settings'
import type { Translated } from '../translated'

/** The Settings screen. */
export const settings: Translated<typeof english> = {
  title: 'Einstellungen',
  list: 'Bereiche der Einstellungen',
  sections: {
    you: 'Konto',
    appearance: 'Darstellung',
    'start-up': 'Autostart',
    'set-up': 'Einrichtung',
    'quick-ask': 'Schnellfrage',
    permissions: 'Immer erlaubt',
    doctor: 'Diagnose',
    about: 'Info',
  },
  appearance: {
    theme: 'Farbschema',
    themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
    contrast: 'Kontrast',
    contrasts: { system: 'System', more: 'Hoch' },
    contrastHint: 'Hoher Kontrast hebt Text und Kanten deutlicher ab, in Hell und Dunkel.',
  },
  startUp: {
    atLogin: 'Onbehalf beim Anmelden an diesem Computer öffnen',
    hint: 'Das Fenster bleibt dabei verborgen, bis es gerufen wird: mit dem Kürzel der Schnellfrage, über das Symbol in der Leiste oder durch erneutes Öffnen.',
  },
  signedOut: 'Gerade ist niemand angemeldet.',
}
