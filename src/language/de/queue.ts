import type { queue as english } from '../en/queue'
import type { Translated } from '../translated'

/** Words on messages that wait until an answer is through. */
export const queue: Translated<typeof english> = {
  label: 'Wartende Nachrichten',
  add: 'Nach dieser Antwort senden',
  waiting_one: '{{count}} Nachricht wird gesendet, sobald die Antwort fertig ist.',
  waiting_other: '{{count}} Nachrichten werden nacheinander gesendet, jede nach der Antwort davor.',
  held_one: '{{count}} Nachricht wartet hier, bis Sie sie senden.',
  held_other: '{{count}} Nachrichten warten hier, bis Sie sie senden.',
  edit: 'Wartende Nachricht bearbeiten',
  editing: 'Wartende Nachricht',
  save: 'Speichern',
  remove: 'Wartende Nachricht entfernen',
  send: 'Jetzt senden',
}
