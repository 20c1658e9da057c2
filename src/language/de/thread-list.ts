import type { threadList as english } from '../en/thread-list'
import type { Translated } from '../translated'

/** The list of conversations, and what can be done with one. */
export const threadList: Translated<typeof english> = {
  pinned: 'Angeheftet',
  today: 'Heute',
  yesterday: 'Gestern',
  week: 'Letzte 7 Tage',
  archived: 'Archiviert',
  archivedEmpty: 'Nichts ist archiviert. Was Sie weglegen, bleibt hier und wird weiter gefunden.',
  back: 'Zurück zu allen Unterhaltungen',
  showArchived: 'Archivierte Unterhaltungen',
  more: 'Mehr zu Unterhaltungen',
  options: 'Optionen für „{{title}}“',
  rename: 'Umbenennen',
  renaming: 'Neuer Name von „{{title}}“',
  pin: 'Anheften',
  unpin: 'Lösen',
  archive: 'Archivieren',
  unarchive: 'Wiederherstellen',
  delete: 'Löschen',
  undo: 'Rückgängig',
  dismiss: 'Schließen',
  deleted: '„{{title}}“ wurde gelöscht.',
  deletedWaiting: '„{{title}}“ wurde gelöscht. Was darin auf Zustimmung wartete, wurde zurückgezogen.',
}
