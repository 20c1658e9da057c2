import type { failures as english } from '../en/failures'
import type { Translated } from '../translated'

/** What is said about each failure: what happened, to what, and what to do next. */
export const failures: Translated<typeof english> = {
  plain: {
    'sign-in-cancelled':
      'Die Anmeldung wurde nicht abgeschlossen, es hat sich also nichts geändert. Beginnen Sie neu, wenn Sie so weit sind.',
    'session-expired':
      'Ihre Sitzung ist zu Ende. Melden Sie sich wieder an, um weiterzumachen; was Sie getippt haben, ist noch da.',
    'not-signed-in': 'Sie sind abgemeldet. Melden Sie sich dafür an.',
    'network-down':
      'Es gibt keine Netzwerkverbindung. Nichts ging verloren; versuchen Sie es noch einmal, sobald Sie online sind.',
    'scalekit-credentials':
      'Scalekit lehnt die Zugangsdaten dieser App ab. Prüfen Sie Client-ID und Geheimnis in den Einstellungen.',
    'scalekit-failed':
      'Scalekit konnte das wegen eines Fehlers auf seiner Seite nicht tun. Versuchen Sie es gleich noch einmal.',
    'model-key':
      'Das Sprachmodell lehnt den API-Schlüssel dieser App ab. Prüfen Sie den Schlüssel in den Einstellungen und fragen Sie dann noch einmal.',
    'model-failed':
      'Das Sprachmodell hörte mit einem Fehler auf. Ihre Nachricht ist gespeichert; versuchen Sie es noch einmal.',
    'too-many-steps':
      'Das brauchte mehr Schritte, als eine Antwort haben darf. Lesen Sie, was bisher getan ist, und lassen Sie es dann weitergehen.',
    'arguments-refused':
      'Die Werte, die das Modell gewählt hat, passen nicht zu dem, was das Werkzeug erwartet. Es wurde nichts gesendet.',
    'arguments-invalid':
      'Diese Werte passen nicht zu dem, was das Werkzeug erwartet. Korrigieren Sie sie und geben Sie dann frei.',
    'not-grantable':
      'Mit diesen Werten lässt sich das nicht immer erlauben. Es wurde nichts getan; geben Sie es stattdessen einmal frei.',
    'approval-gone': 'Das wurde schon entschieden oder wartet nicht mehr. Nichts wurde doppelt getan.',
    'link-unknown':
      'Es kam ein Link zu Onbehalf zurück, auf den es nicht gewartet hat; er wurde ignoriert. Beginnen Sie hier neu.',
    'link-malformed': 'Ein Link zu Onbehalf war nicht lesbar und wurde ignoriert. Beginnen Sie hier neu.',
    'link-stale': 'Dieser Link kam zu spät zurück: Er gilt zehn Minuten. Beginnen Sie hier neu.',
    'link-replayed': 'Dieser Link wurde schon einmal benutzt und daher ignoriert. Es hat sich nichts geändert.',
    'link-other-person':
      'Diesen Link hat jemand anderes begonnen, daher wurde er ignoriert. Verbinden Sie noch einmal unter Ihrem Namen.',
    'keychain-unavailable':
      'Dieser Computer hat keinen offenen Schlüsselbund, daher bleiben Sie nur angemeldet, bis Onbehalf beendet wird.',
    'not-saved':
      'Das ließ sich nicht speichern: Vielleicht ist die Festplatte voll. Schaffen Sie Platz; Onbehalf arbeitet so lange weiter.',
    'scheme-unregistered':
      'Dieser Computer übergibt onbehalf://-Links nicht an diese App. Schließen Sie es stattdessen auf der Seite im Browser ab.',
    'browser-unavailable':
      'Ihr Browser ließ sich nicht öffnen. Legen Sie einen Standardbrowser fest und versuchen Sie es dann noch einmal.',
    'shortcut-wayland':
      'Unter Wayland bekommt keine App einen Kurzbefehl für den ganzen Desktop. Die Schnellfrage öffnet sich auf anderen Wegen.',
    'ask-waits':
      'Ein Link hat eine Frage mitgebracht. Sie wartet hier, bis Sie angemeldet sind; gefragt wurde noch nichts.',
    'clock-wrong':
      'Die Uhr dieses Computers geht falsch, dadurch enden Sitzungen zu früh. Stellen Sie sie und versuchen Sie es dann noch einmal.',
    'disk-low':
      'Die Festplatte ist fast voll, bald lässt sich vielleicht nicht mehr speichern, was Sie tippen. Schaffen Sie Platz und versuchen Sie es dann noch einmal.',
    'request-invalid':
      'Onbehalf hat das abgelehnt, weil es nicht wohlgeformt ist. Korrigieren Sie es und versuchen Sie es dann noch einmal.',
    'not-found': 'Das ist nicht mehr da. Vielleicht wurde es gelöscht.',
    internal:
      'Onbehalf hatte einen eigenen Fehler. Nichts, was Sie getippt haben, ist verloren; versuchen Sie es noch einmal.',
  },
  named: {
    'issuer-unreachable':
      'Der Anmeldedienst unter {{subject}} antwortet nicht. Prüfen Sie Ihr Netzwerk und versuchen Sie es dann noch einmal.',
    'issuer-refused':
      '{{subject}} hat die Anmeldung abgelehnt. Versuchen Sie es noch einmal, oder fragen Sie, wer Onbehalf eingerichtet hat.',
    'scalekit-unreachable':
      'Scalekit unter {{subject}} antwortet nicht. Prüfen Sie Ihr Netzwerk und versuchen Sie es dann noch einmal.',
    'model-unreachable':
      'Das Sprachmodell unter {{subject}} antwortet nicht. Ihre Nachricht ist gespeichert; versuchen Sie es noch einmal.',
    'model-missing':
      'Beim Sprachmodell gibt es kein Modell namens {{subject}}. Wählen Sie in den Einstellungen ein anderes.',
    'calls-repeated':
      'Immer wieder wurde {{subject}} aufgerufen, daher wurde hier angehalten. Fragen Sie mit anderen Worten, oder lassen Sie es weitergehen.',
    'connection-needed': '{{subject}} ist noch nicht verbunden. Verbinden Sie es und fragen Sie dann noch einmal.',
    'connection-expired':
      'Ihr Zugriff auf {{subject}} ist abgelaufen. Verbinden Sie neu, um weiterzumachen; es wurde nichts geändert.',
    'connection-revoked':
      'Ihr Zugriff auf {{subject}} wurde entzogen. Verbinden Sie neu, um weiterzumachen; es wurde nichts geändert.',
    'connection-scope-missing':
      '{{subject}} wurde ohne die Berechtigung verbunden, die das hier braucht. Verbinden Sie neu und erlauben Sie sie.',
    'connection-changed':
      '{{subject}} ist mit einem anderen Konto verbunden als bei der Vorbereitung. Es wurde nicht getan; fragen Sie noch einmal.',
    'consent-denied': '{{subject}} wurde nicht verbunden, weil der Zugriff im Browser abgelehnt wurde.',
    'tool-refused': '{{subject}} hat das abgelehnt: Ihr Konto dort darf es nicht. Es wurde nichts geändert.',
    'tool-failed': '{{subject}} konnte das nicht tun.',
    'tool-unknown':
      '{{subject}} gehört nicht zu den Werkzeugen, die Ihre Konten jetzt haben; es wurde also nichts getan.',
    'tool-timeout': '{{subject}} brauchte zu lange für die Antwort. Versuchen Sie es noch einmal.',
    'tool-changed':
      '{{subject}} erwartet jetzt andere Werte als die, die Sie freigegeben haben; es wurde nichts gesendet. Korrigieren Sie sie und geben Sie dann neu frei.',
    'outcome-unknown':
      'Die Antwort von {{subject}} ging verloren; vielleicht wurde es getan, vielleicht nicht. Es wird nicht wiederholt.',
    'changed-since':
      'Das wurde in {{subject}} seither noch einmal geändert, darum nimmt Onbehalf es nicht zurück. Es wurde nichts getan.',
    'changed-meanwhile':
      'Jemand hat das in {{subject}} geändert, während es wartete. Es wurde nicht getan: Sehen Sie es noch einmal an und geben Sie dann frei.',
    'settings-unreadable':
      'Die Datei mit den Einstellungen war nicht lesbar. Sie bleibt als {{subject}} erhalten, und Sie beginnen mit neuen Einstellungen.',
    'database-unreadable':
      'Die Datei mit Ihren Unterhaltungen war nicht lesbar. Sie bleibt als {{subject}} erhalten, und Sie beginnen mit einer leeren.',
    'shortcut-taken':
      'Eine andere App nutzt {{subject}} schon. Wählen Sie in den Einstellungen einen anderen Kurzbefehl.',
    'import-malformed':
      '{{subject}} ist keine Unterhaltung, die Onbehalf als JSON exportiert hat, oder die Datei ist beschädigt. Es wurde nichts importiert; wählen Sie eine andere Datei.',
    'import-newer':
      '{{subject}} stammt aus einer neueren Version von Onbehalf. Es wurde nichts importiert; aktualisieren Sie diese und versuchen Sie es dann noch einmal.',
    'import-too-large':
      '{{subject}} ist größer als eine Unterhaltung, die importiert werden kann: höchstens 10 MB und 10.000 Nachrichten. Es wurde nichts importiert; wählen Sie eine andere Datei.',
    'import-unreadable':
      '{{subject}} ließ sich nicht lesen. Es wurde nichts importiert; prüfen Sie, ob die Datei noch da ist und Sie sie öffnen dürfen.',
    'place-unchecked':
      'Es ließ sich nicht rechtzeitig prüfen, ob das noch {{subject}} ist. Es wurde nichts gesendet; geben Sie neu frei, um noch einmal zu prüfen.',
  },
  unnamed: {
    'issuer-unreachable':
      'Der Anmeldedienst antwortet nicht. Prüfen Sie Ihr Netzwerk und versuchen Sie es dann noch einmal.',
    'issuer-refused':
      'Der Anmeldedienst hat die Anmeldung abgelehnt. Versuchen Sie es noch einmal, oder fragen Sie, wer Onbehalf eingerichtet hat.',
    'scalekit-unreachable': 'Scalekit antwortet nicht. Prüfen Sie Ihr Netzwerk und versuchen Sie es dann noch einmal.',
    'model-unreachable':
      'Das Sprachmodell antwortet nicht. Ihre Nachricht ist gespeichert; versuchen Sie es noch einmal.',
    'model-missing': 'Dieses Modell gibt es beim Sprachmodell nicht. Wählen Sie in den Einstellungen ein anderes.',
    'calls-repeated':
      'Immer wieder wurde dasselbe Werkzeug aufgerufen, daher wurde hier angehalten. Fragen Sie mit anderen Worten, oder lassen Sie es weitergehen.',
    'connection-needed': 'Dieses Konto ist noch nicht verbunden. Verbinden Sie es und fragen Sie dann noch einmal.',
    'connection-expired':
      'Ihr Zugriff auf dieses Konto ist abgelaufen. Verbinden Sie neu, um weiterzumachen; es wurde nichts geändert.',
    'connection-revoked':
      'Ihr Zugriff auf dieses Konto wurde entzogen. Verbinden Sie neu, um weiterzumachen; es wurde nichts geändert.',
    'connection-scope-missing':
      'Dieses Konto wurde ohne die Berechtigung verbunden, die das hier braucht. Verbinden Sie neu und erlauben Sie sie.',
    'connection-changed':
      'Die Verbindung führt zu einem anderen Konto als bei der Vorbereitung. Es wurde nicht getan; fragen Sie noch einmal.',
    'consent-denied': 'Der Anbieter wurde nicht verbunden, weil der Zugriff im Browser abgelehnt wurde.',
    'tool-refused': 'Der Anbieter hat das abgelehnt: Ihr Konto dort darf es nicht. Es wurde nichts geändert.',
    'tool-failed': 'Der Anbieter konnte das nicht tun.',
    'tool-unknown': 'Dieses Werkzeug gehört nicht zu denen, die Ihre Konten jetzt haben; es wurde also nichts getan.',
    'tool-timeout': 'Der Anbieter brauchte zu lange für die Antwort. Versuchen Sie es noch einmal.',
    'tool-changed':
      'Dieses Werkzeug erwartet jetzt andere Werte als die, die Sie freigegeben haben; es wurde nichts gesendet. Korrigieren Sie sie und geben Sie dann neu frei.',
    'outcome-unknown':
      'Die Antwort des Anbieters ging verloren; vielleicht wurde es getan, vielleicht nicht. Es wird nicht wiederholt.',
    'changed-since':
      'Das wurde im Konto seither noch einmal geändert, darum nimmt Onbehalf es nicht zurück. Es wurde nichts getan.',
    'changed-meanwhile':
      'Jemand hat das im Konto geändert, während es wartete. Es wurde nicht getan: Sehen Sie es noch einmal an und geben Sie dann frei.',
    'settings-unreadable':
      'Die Datei mit den Einstellungen war nicht lesbar. Sie bleibt als Kopie erhalten, und Sie beginnen mit neuen Einstellungen.',
    'database-unreadable':
      'Die Datei mit Ihren Unterhaltungen war nicht lesbar. Sie bleibt als Kopie erhalten, und Sie beginnen mit einer leeren.',
    'shortcut-taken':
      'Eine andere App nutzt den Kurzbefehl der Schnellfrage schon. Wählen Sie in den Einstellungen einen anderen.',
    'import-malformed':
      'Das ist keine Unterhaltung, die Onbehalf als JSON exportiert hat, oder die Datei ist beschädigt. Es wurde nichts importiert; wählen Sie eine andere Datei.',
    'import-newer':
      'Die Datei stammt aus einer neueren Version von Onbehalf. Es wurde nichts importiert; aktualisieren Sie diese und versuchen Sie es dann noch einmal.',
    'import-too-large':
      'Die Datei ist größer als eine Unterhaltung, die importiert werden kann: höchstens 10 MB und 10.000 Nachrichten. Es wurde nichts importiert; wählen Sie eine andere Datei.',
    'import-unreadable':
      'Die Datei ließ sich nicht lesen. Es wurde nichts importiert; prüfen Sie, ob sie noch da ist und Sie sie öffnen dürfen.',
    'place-unchecked':
      'Es ließ sich nicht rechtzeitig prüfen, ob das noch so ist, wie die Karte zeigt. Es wurde nichts gesendet; geben Sie neu frei, um noch einmal zu prüfen.',
  },
  later: {
    'scalekit-rate-limited': 'Scalekit bekommt zu viele Anfragen. Versuchen Sie es {{when}} noch einmal.',
    'model-rate-limited':
      'Das Sprachmodell bekommt zu viele Anfragen. Ihre Nachricht ist gespeichert; versuchen Sie es {{when}} noch einmal.',
    'tool-rate-limited':
      '{{subject}} bekommt zu viele Anfragen. Es wurde nicht getan; versuchen Sie es {{when}} noch einmal.',
  },
  moment: 'gleich',
  provider: 'Der Anbieter',
  otherAccount: 'ein anderes Konto',
  otherPlace: 'einen anderen Ort',
  placeGone: 'nicht mehr da',
  accountChanged:
    'Das war für {{subject}} gedacht, doch jetzt ist {{detail}} verbunden. Es wurde nicht getan; geben Sie es noch einmal frei, wenn das richtig ist.',
  accountChangedGoOn:
    'Das war für {{subject}} gedacht, doch jetzt ist {{detail}} verbunden. Es wurde nicht getan; lassen Sie es weitergehen, wenn das richtig ist.',
  accountUnconfirmed:
    'Das war für {{subject}} gedacht, und nichts sagt sicher, dass es noch dieses Konto ist. Es wurde nicht getan; geben Sie es noch einmal frei, wenn das richtig ist.',
  accountUnconfirmedGoOn:
    'Das war für {{subject}} gedacht, und nichts sagt sicher, dass es noch dieses Konto ist. Es wurde nicht getan; lassen Sie es weitergehen, wenn das richtig ist.',
  placeChanged:
    'Sie haben das für {{subject}} freigegeben, doch jetzt ist es {{detail}}. Es wurde nichts gesendet; geben Sie es noch einmal frei, wenn das richtig ist.',
  stoppedNothing: 'Es lief nichts, also gab es nichts anzuhalten.',
  stopped_one: '{{count, number}} Unterhaltung wurde angehalten.',
  stopped_other: '{{count, number}} Unterhaltungen wurden angehalten.',
  noneSent: 'Keine Änderung war unterwegs.',
  sent_one: '{{count, number}} Änderung war schon gesendet: Sie endet, wie sie endet, und ihre Karte sagt wie.',
  sent_other: '{{count, number}} Änderungen waren schon gesendet: Jede endet, wie sie endet, und ihre Karte sagt wie.',
  theySay: 'Dort heißt es:',
  actions: {
    retry: 'Noch einmal versuchen',
    'sign-in': 'Anmelden',
    connect: '{{name}} verbinden',
    reconnect: '{{name}} neu verbinden',
    'read-back': 'Noch einmal nachsehen',
    'open-settings': 'Einstellungen öffnen',
    'open-connections': 'Verbindungen öffnen',
    'show-file': 'Datei zeigen',
    dismiss: 'Ausblenden',
    goOn: 'Weitermachen',
    signInAgain: 'Neu anmelden',
  },
}
