import type { data as english } from '../en/data'
import type { Translated } from '../translated'

/** Where data is, how much it is, taking it along and deleting it. */
export const data: Translated<typeof english> = {
  lead: 'Alles, was Onbehalf aufbewahrt, liegt in einem Ordner auf diesem Computer.',
  show: 'Im Ordner zeigen',
  sizes: 'Größen',
  counting: 'Wird gezählt …',
  kinds: {
    database: 'Unterhaltungen und Aktivität',
    'activity-heads': 'Wo jedes Aktivitätsprotokoll endet',
    settings: 'Einstellungen',
    logs: 'Protokolle der App',
    'code-cache': 'Code-Zwischenspeicher',
    sandbox: 'Beispielkonten der Sandbox',
    'set-aside': 'Beschädigte Dateien, die beiseitegelegt wurden',
    other: 'Browser-Technik',
  },
  total: 'Insgesamt',
  free: 'Frei auf dieser Festplatte',
  export: {
    title: 'Mitnehmen',
    lead: 'Eine ZIP-Datei mit Ihren Unterhaltungen (als Text und als JSON), Aktivität, gespeicherten Prompts und Einstellungen. Keine Schlüssel und nichts von anderen Personen.',
    button: 'Alles exportieren',
    writing: 'Bitte einen Ort für die Datei wählen …',
    done: 'Alles liegt in {{file}}.',
    nothing: 'Es wurde nichts geschrieben.',
  },
  erase: {
    title: 'Alles löschen',
    lead: 'Löscht alles, was auf diesem Computer von {{person}} aufbewahrt wird, und nichts von anderen Personen, die sich hier anmelden.',
    button: 'Alle meine Daten löschen …',
    goes: 'Endgültig gelöscht wird:',
    goesTalk: 'Ihre Unterhaltungen, Entwürfe und gespeicherten Prompts',
    goesWork: 'was gerade arbeitet, was auf eine Freigabe wartet, und alles, was Sie immer erlaubt haben',
    goesActivity: 'Ihr Aktivitätsprotokoll und Ihre Anmeldung',
    stays: 'Es bleibt:',
    staysAccounts:
      'Ihre verbundenen Konten. Um auch sie zu entfernen, verwenden Sie vorher „Alles trennen“ unter Verbindungen.',
    staysDone: 'Was in Ihren Konten getan wurde, und was der Modelldienst nach seinen eigenen Regeln aufbewahrt.',
    staysApp: 'Einstellungen der App, die alle an diesem Computer teilen.',
    staysFiles: 'Dateien, die Sie exportiert haben, und beschädigte Dateien, die im Ordner beiseitegelegt wurden.',
    type: 'Zum Fortfahren {{word}} eintippen',
    word: 'LÖSCHEN',
    keep: 'Alles behalten',
    confirm: 'Alles löschen',
  },
}
