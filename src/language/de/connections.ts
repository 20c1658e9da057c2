import type { connections as englishConnections, stopping as englishStopping } from '../en/connections'
import type { Translated } from '../translated'

/** What the Connections screen says. */
export const connections: Translated<typeof englishConnections> = {
  title: 'Verbindungen',
  lead: 'Die Konten, in denen Onbehalf in Ihrem Namen arbeiten darf. Sie stimmen im Browser zu und können jederzeit trennen.',
  refresh: 'Noch einmal prüfen',
  loading: 'Ihre Verbindungen werden gelesen …',
  empty: 'In dieser Umgebung gibt es noch keine Verbindungen. Sie werden im Dashboard von Scalekit eingerichtet.',
  search: 'Verbindungen suchen',
  noneFound: 'Keine Verbindung heißt „{{words}}“.',
  connecting: 'Bitte im Browser abschließen …',
  statuses: {
    connected: 'Verbunden',
    'not-connected': 'Nicht verbunden',
    waiting: 'Wartet auf Bestätigung',
    expired: 'Abgelaufen',
    disconnected: 'Getrennt',
  },
  buttons: { connect: 'Verbinden', reconnect: 'Neu verbinden', disconnect: 'Trennen' },
  named: { connect: '{{name}} verbinden', reconnect: '{{name}} neu verbinden', disconnect: '{{name}} trennen' },
  disconnectTitle: '{{name}} trennen?',
  disconnectText: 'Onbehalf kann nicht mehr in Ihrem Namen in {{name}} arbeiten, bis Sie es wieder verbinden.',
  disconnectConfirm: 'Trennen',
  keep: 'Behalten',
}

/** What is said about stopping and disconnecting everything. */
export const stopping: Translated<typeof englishStopping> = {
  everything: 'Alles anhalten',
  everythingHint: 'Alles anhalten (Strg/Cmd+Umschalt+X)',
  disconnect: 'Alles trennen',
  lead: 'Löscht alle Ihre verbundenen Konten samt dem Zugriff, der dafür erteilt wurde, und liest noch einmal, was übrig ist.',
  title: 'Alles trennen?',
  goes: 'Diese gehen: {{names}}.',
  goesNone: 'Kein Konto wird als verbunden angezeigt. Was für Sie noch aufbewahrt wird, wird trotzdem gelöscht.',
  also: 'Was gerade läuft, hält an, und was in diesen Konten auf Ihre Freigabe wartet, wird zurückgezogen. Was darin getan wurde, bleibt getan.',
  confirm: 'Alles trennen',
  keep: 'Behalten',
  working: 'Ihre verbundenen Konten werden gelöscht …',
  proof: '0 verbundene Konten, gelesen um {{time}}.',
  left_one: '{{count, number}} verbundenes Konto ist übrig, gelesen um {{time}}.',
  left_other: '{{count, number}} verbundene Konten sind übrig, gelesen um {{time}}.',
  unknownReason: 'Es wurde gelöscht, ist aber wieder da.',
  again: 'Noch einmal versuchen',
}
