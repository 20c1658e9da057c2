import type { pages as english } from '../en/pages'
import type { Translated } from '../translated'

/** What the pages in the browser say that the app itself serves. */
export const pages: Translated<typeof english> = {
  signedIn: 'Sie sind bei Onbehalf angemeldet',
  signedInText: 'Sie können diese Seite schließen und zur App zurückkehren.',
  notSignedIn: 'Sie sind nicht angemeldet',
  notSignedInText:
    'Kehren Sie zu Onbehalf zurück: Dort steht, was passiert ist, und Sie können es noch einmal versuchen.',
  lastStep: 'Ein letzter Schritt: zurück zu Onbehalf',
  granted: '{{name}} hat geantwortet. Onbehalf prüft jetzt, dass Sie es waren, die oder der zugestimmt hat.',
  refused: 'Es wurde nichts verbunden: Laut {{name}} wurde der Zugriff nicht erteilt.',
  open: 'Onbehalf öffnen',
  nothingHappened: 'Nichts passiert?',
  finish: 'Hier abschließen',
  done: 'Fertig, Sie können diese Seite schließen',
  connected: '{{name}} ist mit Onbehalf verbunden.',
  unfinished: 'Das ließ sich nicht abschließen',
  close: 'Sie können diese Seite schließen.',
  failed: 'Onbehalf konnte das nicht abschließen. Kehren Sie zurück und klicken Sie noch einmal auf „Verbinden“.',
  failures: {
    'consent-denied': 'Der Zugriff wurde nicht erteilt, also wurde nichts verbunden.',
    'link-stale': 'Das dauerte zu lange oder wurde neu begonnen. Klicken Sie in Onbehalf noch einmal auf „Verbinden“.',
    'link-replayed': 'Diese Seite wurde schon benutzt. Onbehalf zeigt, ob die Verbindung funktioniert.',
    'link-other-person':
      'Bei Onbehalf ist jetzt jemand anderes angemeldet. Melden Sie sich selbst an und klicken Sie noch einmal auf „Verbinden“.',
    'network-down': 'Dieser Computer ist offline. Klicken Sie in Onbehalf auf „Verbinden“, wenn er wieder online ist.',
    'scalekit-unreachable':
      'Der Verbindungsdienst hat nicht geantwortet. Klicken Sie in Onbehalf auf „Verbinden“, um es noch einmal zu versuchen.',
    'session-expired':
      'Sie wurden bei Onbehalf abgemeldet. Melden Sie sich an und klicken Sie noch einmal auf „Verbinden“.',
    'not-signed-in':
      'Sie sind bei Onbehalf abgemeldet. Melden Sie sich an und klicken Sie noch einmal auf „Verbinden“.',
  },
  nothing: 'Hier gibt es nichts zu tun',
  nothingText: 'Diese Adresse gehört zu einer Verbindung, auf die Onbehalf nicht wartet.',
}
