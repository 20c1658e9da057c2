import type { setup as englishSetup, signIn as englishSignIn } from '../en/sign-in'
import type { Translated } from '../translated'

/** What is said before somebody is signed in, and while something is missing. */
export const signIn: Translated<typeof englishSignIn> = {
  promise:
    'Fragen Sie in einfachen Worten. Onbehalf erledigt es in Ihren eigenen Konten, unter Ihrem Namen, sobald Sie zustimmen.',
  button: 'Anmelden',
  how: 'Zum Anmelden öffnet sich Ihr Browser. Ihr Passwort läuft nie durch diese App.',
  waiting: 'Bitte im Browser abschließen …',
  waitingHow: 'Dieses Fenster macht von selbst weiter, sobald Sie zurück sind.',
  again: 'Seite noch einmal öffnen',
  copy: 'Link kopieren',
  copied: 'Link kopiert',
  cancel: 'Abbrechen',
}

/** What is said while the app is not set up completely. */
export const setup: Translated<typeof englishSetup> = {
  title: 'Onbehalf ist nicht vollständig eingerichtet',
  lead: 'Halb funktioniert nichts: Tragen Sie hier oder in der Datei unten ein, was fehlt, und prüfen Sie dann noch einmal.',
  missing: 'Fehlt',
  invalid: 'Muss korrigiert werden',
  problems: {
    'no-address': 'ist keine Web-Adresse',
    insecure: 'muss mit https:// beginnen, außer auf diesem Computer',
    'has-user': 'darf weder Benutzernamen noch Passwort enthalten',
    'has-hash': 'darf kein # enthalten',
    'has-query': 'darf kein ? enthalten',
    'too-long': 'ist zu lang',
    'not-a-word': 'muss ein Wort sein, ohne Leerzeichen und Zeilenumbrüche',
    'not-a-redirect': 'muss "scheme" oder "loopback" sein',
    unclear: 'ist nicht zu verstehen',
  },
  file: 'Werte können auch in dieser Datei stehen, NAME=Wert, je einer pro Zeile:',
  check: 'Noch einmal prüfen',
  enter: 'Werte hier eintragen',
}
