import type { firstRun as english } from '../en/first-run'
import type { Translated } from '../translated'

/** The first steps of somebody who is new here. */
export const firstRun: Translated<typeof english> = {
  title: 'Erste Schritte',
  progress: 'Schritt {{step}} von {{of}}',
  skip: 'Überspringen',
  done: 'erledigt',
  signIn: 'Angemeldet als {{name}}',
  connect: 'Ein Konto verbinden',
  connectLead: 'Wo soll gearbeitet werden? Der Browser öffnet sich und fragt, ob der Zugriff erlaubt wird.',
  connectNamed: '{{provider}} verbinden',
  loading: 'Die möglichen Konten werden gelesen …',
  others: 'Andere Konten',
  connected: '{{provider}} ist verbunden',
  waiting: 'Bitte im Browser abschließen …',
  ask: 'Die erste Frage stellen',
  askLead: 'Ein Klick sendet sie. Nachsehen ändert nichts.',
  asks: {
    monday: 'List my boards',
    intercom: 'Show the latest conversations',
    other: 'What can you do?',
  },
}
