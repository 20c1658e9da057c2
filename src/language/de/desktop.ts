import type { desktop as english } from '../en/desktop'
import type { Translated } from '../translated'

/** What the application menu and the tray say. */
export const desktop: Translated<typeof english> = {
  file: 'Datei',
  edit: 'Bearbeiten',
  view: 'Ansicht',
  window: 'Fenster',
  stopEverything: 'Alles anhalten',
  open: 'Öffnen',
  quickAsk: 'Schnellfrage',
  connections: 'Verbindungen',
  about: 'Über {{app}}',
  hide: '{{app}} ausblenden',
  hideOthers: 'Andere ausblenden',
  showAll: 'Alle einblenden',
  quit: 'Beenden',
  close: 'Fenster schließen',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  cut: 'Ausschneiden',
  copy: 'Kopieren',
  paste: 'Einfügen',
  delete: 'Löschen',
  selectAll: 'Alles auswählen',
  resetZoom: 'Originalgröße',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  fullScreen: 'Vollbild',
  minimize: 'Minimieren',
  reload: 'Neu laden',
  developerTools: 'Entwicklerwerkzeuge',
}
