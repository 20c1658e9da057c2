import type { transfer as english } from '../en/transfer'
import type { Translated } from '../translated'

/** Single conversations on their way to a file and back. */
export const transfer: Translated<typeof english> = {
  exportMarkdown: 'Als Markdown exportieren …',
  exportJson: 'Als JSON exportieren …',
  copy: 'Als Markdown kopieren',
  import: 'Unterhaltung importieren …',
  exported: 'Die Unterhaltung liegt in {{file}}.',
  copied: 'Die Unterhaltung wurde als Markdown kopiert.',
  refused:
    'Die Unterhaltung konnte nicht kopiert werden, weil die Zwischenablage sie nicht annahm. Exportieren Sie sie stattdessen.',
  importedFrom: '„{{file}}“ wurde als neue Unterhaltung importiert.',
  imported: 'Aus einer Datei importiert',
  note: 'Aus einer Datei importiert, die irgendjemand geschrieben haben kann. Sie ist nur zum Lesen da: Nichts davon hat diese App getan, und Änderungen, um die Sie hier bitten, warten immer auf Ihre Zustimmung.',
  noteOfCall: 'Was die Datei darüber sagt. Diese App hat das nicht getan.',
  saidThen: 'Was der Datei zufolge schiefging:',
  you: 'Sie',
  outcomes: {
    done: 'Erledigt',
    failed: 'Fehlgeschlagen',
    unknown: 'Unbekannt: Es kann geschehen sein',
    declined: 'Abgelehnt',
    stopped: 'Angehalten',
    withdrawn: 'Zurückgezogen',
    open: 'Noch nicht abgeschlossen',
  },
}
