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
    notifications: 'Mitteilungen',
    model: 'Modell',
    'set-up': 'Einrichtung',
    keyboard: 'Tastatur',
    'quick-ask': 'Schnellfrage',
    permissions: 'Immer erlaubt',
    data: 'Daten',
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
  model: {
    lead: 'Welches Sprachmodell antwortet. Alles, was Chat Completions spricht, ist möglich, auch auf diesem Computer; ein anderes gilt ab der nächsten Frage.',
    inUse: 'Jetzt im Einsatz:',
    scripted: 'das Beispielmodell der Sandbox',
    onThisComputer: 'Auf diesem Computer',
    isRunning: '{{name}} läuft auf diesem Computer',
    choose: '{{name}} auswählen',
    address: 'Adresse des Modelldienstes',
    addressHint: 'Leer: OpenAI.',
    notAnAddress: 'Das ist keine Adresse eines Dienstes. Sie sieht so aus: https://api.example.com/v1.',
    notSafe: 'Die Adresse muss mit https:// beginnen, außer auf diesem Computer.',
    key: 'API-Schlüssel',
    keyHint:
      'Liegt im Schlüsselbund dieses Computers und wird nie wieder angezeigt. Ein Dienst auf diesem Computer braucht keinen.',
    keyNotKept:
      'Auf diesem Computer ist kein Schlüsselbund offen, deshalb kann hier kein Schlüssel aufbewahrt werden. Möglich sind die Umgebung oder die .env-Datei.',
    model: 'Modell',
    listed_zero: 'Der Dienst nennt gerade keine Modelle. Bitte einen Namen eintippen.',
    listed_one: 'Der Dienst nennt ein Modell. Auch ein anderer Name ist möglich.',
    listed_other: 'Der Dienst nennt {{count}} Modelle. Auch ein anderer Name ist möglich.',
    use: 'Dieses Modell verwenden',
    test: 'Prüfen',
    back: 'Zurück zum Beispielmodell',
    changed: 'Gilt ab der nächsten Frage.',
    took: 'Das hat {{time}} gedauert.',
    works: '{{model}} antwortet und kann Werkzeuge benutzen. Das hat {{time}} gedauert.',
    noTools:
      '{{model}} antwortet, hat aber kein Werkzeug benutzt, als es darum gebeten wurde. Damit kann Onbehalf in Ihren Konten nichts tun. Das hat {{time}} gedauert.',
  },
  signedOut: 'Gerade ist niemand angemeldet.',
}
