import type { doctor as english } from '../en/doctor'
import type { Translated } from '../translated'

/** What the doctor says. */
export const doctor: Translated<typeof english> = {
  lead: 'Sieht nach, ob alles in Ordnung ist, was Onbehalf braucht. Außer den Prüfungen selbst verlässt nichts diesen Computer.',
  examine: 'Alles prüfen',
  again: 'Noch einmal prüfen',
  looking: 'Wird geprüft …',
  copy: 'Bericht kopieren',
  copied: 'Bericht kopiert',
  copyNote: 'Der Bericht enthält kein Geheimnis und nichts, was Sie geschrieben haben.',
  results: 'Was gefunden wurde',
  names: {
    shortcut: 'Kurzbefehl der Schnellfrage',
    'deep-link': 'onbehalf://-Links',
    keychain: 'Schlüsselbund',
    issuer: 'Anmeldedienst',
    scalekit: 'Scalekit',
    model: 'Sprachmodell',
    clock: 'Uhr',
    disk: 'Festplatte',
  },
  states: { well: 'In Ordnung', ill: 'Braucht Aufmerksamkeit', unused: 'Nicht geprüft' },
  well: {
    shortcut: '{{subject}} öffnet die Schnellfrage.',
    'deep-link': 'Dieser Computer übergibt sie an Onbehalf.',
    keychain: 'Offen. Geheimnisse liegen darin.',
    issuer: '{{subject}} antwortet.',
    scalekit: '{{subject}} antwortet und nimmt die Zugangsdaten dieser App an.',
    model: '{{subject}} antwortet und nimmt den Schlüssel an.',
    clock: 'Geht richtig.',
    disk: '{{size}} frei.',
  },
  unused: {
    model: 'Teil der Sandbox: nichts zu prüfen.',
    clock: 'Der Anmeldedienst sagt nicht, wie spät es ist.',
    other: 'Nicht eingerichtet.',
  },
  fast_one: 'Sie geht {{count, number}} Minute vor.',
  fast_other: 'Sie geht {{count, number}} Minuten vor.',
  slow_one: 'Sie geht {{count, number}} Minute nach.',
  slow_other: 'Sie geht {{count, number}} Minuten nach.',
  left: 'Es sind noch {{size}} frei.',
  open: '{{section}} öffnen',
  steps: {
    shortcut: 'Schließen Sie die andere App, oder nehmen Sie einen anderen Kurzbefehl auf.',
    disk: 'Leeren Sie den Papierkorb und löschen Sie, was Sie nicht brauchen. „Daten“ in den Einstellungen zeigt, wo die von Onbehalf liegen und wie viele es sind.',
    'deep-link': {
      linux:
        'Installieren Sie xdg-utils. Falls es da ist, führen Sie aus: xdg-mime default onbehalf.desktop x-scheme-handler/onbehalf. Bis dahin erledigt es die Seite im Browser.',
      darwin: 'Legen Sie Onbehalf in den Ordner „Programme“ und öffnen Sie es einmal von dort.',
      win32:
        'Öffnen Sie Einstellungen > Apps > Standard-Apps, wählen Sie Onbehalf und legen Sie es für ONBEHALF-Links fest.',
    },
    keychain: {
      linux:
        'Installieren Sie GNOME Keyring oder KWallet (unter Debian und Ubuntu: sudo apt install gnome-keyring) und melden Sie sich neu am Desktop an, damit er entsperrt ist.',
      darwin: 'Öffnen Sie die Schlüsselbundverwaltung und entsperren Sie den Schlüsselbund „Anmeldung“.',
      win32: 'Melden Sie sich bei Windows mit dem Konto an, unter dem Sie Onbehalf installiert haben.',
    },
    clock: {
      linux: 'Führen Sie aus: sudo timedatectl set-ntp true',
      darwin:
        'Öffnen Sie Systemeinstellungen > Allgemein > Datum & Uhrzeit und lassen Sie die Uhrzeit automatisch einstellen.',
      win32:
        'Öffnen Sie Einstellungen > Zeit und Sprache > Datum und Uhrzeit und klicken Sie auf „Jetzt synchronisieren“.',
    },
  },
  summaryWell: 'Alles ist in Ordnung.',
  summary_one: 'Eine Sache braucht Aufmerksamkeit.',
  summary_other: '{{count, number}} Dinge brauchen Aufmerksamkeit.',
}
