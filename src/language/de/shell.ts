import type { shell as english } from '../en/shell'
import type { Translated } from '../translated'

/** What the frame of the window says. */
export const shell: Translated<typeof english> = {
  opening: 'Wird geöffnet …',
  sidebar: 'Seitenleiste',
  nav: {
    label: 'Hauptbereiche',
    chat: 'Chat',
    connections: 'Verbindungen',
    activity: 'Aktivität',
    settings: 'Einstellungen',
  },
  sandboxScripted: 'Sandbox: Beispieldaten, nichts verlässt diesen Computer',
  sandboxModel: 'Sandbox: Beispieldaten, Antworten von {{model}}',
  dismiss: 'Ausblenden',
  link: {
    title: 'Diese Adresse im Browser öffnen?',
    text: 'Sie stammt aus einer Unterhaltung. Prüfen Sie, wohin sie führt.',
    host: 'Sie führt zu',
    address: 'Die ganze Adresse',
    open: 'Öffnen',
    cancel: 'Hier bleiben',
  },
}
