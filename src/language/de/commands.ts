import type {
  commands as englishCommands,
  keyboard as englishKeyboard,
  palette as englishPalette,
} from '../en/commands'
import type { Translated } from '../translated'

/** Commands, their palette and their keys. */
export const commands: Translated<typeof englishCommands> = {
  palette: 'Befehle suchen',
  'new-chat': 'Neuer Chat',
  'new-window': 'Neues Fenster',
  'focus-message': 'Nachricht schreiben',
  'previous-thread': 'Vorige Unterhaltung',
  'next-thread': 'Nächste Unterhaltung',
  'next-approval': 'Nächste wartende Freigabe',
  stop: 'Diese Unterhaltung anhalten',
  'stop-everything': 'Alles anhalten',
  'search-threads': 'Unterhaltungen durchsuchen',
  'rename-thread': 'Diese Unterhaltung umbenennen',
  'pin-thread': 'Diese Unterhaltung anheften oder lösen',
  'archive-thread': 'Diese Unterhaltung archivieren oder wiederherstellen',
  'copy-thread': 'Diese Unterhaltung als Markdown kopieren',
  'export-markdown': 'Diese Unterhaltung als Markdown exportieren …',
  'export-json': 'Diese Unterhaltung als JSON exportieren …',
  'import-thread': 'Unterhaltung importieren …',
  'delete-thread': 'Diese Unterhaltung löschen',
  'go-chat': 'Zum Chat',
  'go-prompts': 'Zu den Prompts',
  'go-connections': 'Zu den Verbindungen',
  'go-activity': 'Zu den Aktivitäten',
  'go-settings': 'Zu den Einstellungen',
  'go-archive': 'Archivierte Unterhaltungen zeigen',
  'sign-out': 'Abmelden',
}

/** The palette. */
export const palette: Translated<typeof englishPalette> = {
  label: 'Befehlspalette',
  open: 'Befehle und Unterhaltungen suchen',
  placeholder: 'Befehl, Unterhaltung oder Prompt suchen …',
  nothing: 'So heißt hier nichts.',
  commands: 'Befehle',
  threads: 'Unterhaltungen',
  prompts: 'Gespeicherte Prompts',
  connections: 'Verbindungen',
  settings: 'Einstellungen',
  section: 'Einstellungen: {{section}}',
  connect: '{{name}} verbinden',
  reconnect: '{{name}} neu verbinden',
  connected: 'Verbunden',
  untitled: 'Ohne Titel',
  choose: 'auswählen',
  move: 'bewegen',
  close: 'schließen',
  found_one: '{{count}} Treffer',
  found_other: '{{count}} Treffer',
}

/** The keys of commands in Settings. */
export const keyboard: Translated<typeof englishKeyboard> = {
  lead: 'Die Tasten gelten, solange ein Fenster von Onbehalf vorn ist. Alles ist auch mit Tab und Eingabe erreichbar.',
  command: 'Befehl',
  keys: 'Tasten',
  none: 'keine',
  fixed: 'Immer diese Tasten, damit man sie kennt, wenn es darauf ankommt.',
  change: 'Ändern',
  changeOf: 'Tasten von „{{command}}“ ändern',
  recording: 'Tasten drücken …',
  recordingNote: 'Esc lässt sie, wie sie sind, die Rücktaste nimmt sie weg.',
  unusable: 'Ein Tastenkürzel braucht {{modifier}} oder Alt, oder es ist eine der F-Tasten.',
  taken: '{{keys}} gehört immer zu „{{command}}“.',
  moved: '{{keys}} gehörte zu „{{command}}“, das jetzt keine Tasten hat.',
  reset: 'Zurücksetzen',
  resetOf: 'Tasten von „{{command}}“ zurücksetzen',
  resetAll: 'Alle ursprünglichen Tasten wiederherstellen',
}
