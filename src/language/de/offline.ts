import type { offline as english } from '../en/offline'
import type { Translated } from '../translated'

/** What is said while this computer has no network. */
export const offline: Translated<typeof english> = {
  title: 'Sie sind offline',
  lead: 'Alles, was auf diesem Computer ist, lässt sich öffnen und lesen, und was Sie schreiben, bleibt erhalten. Was das Netz braucht, können Sie erneut versuchen, sobald Sie wieder online sind.',
  lastTime:
    'Sie sehen, was auf diesem Computer ist, als {{name}}. In Ihren Konten geschieht nichts, bis der Anmeldedienst antwortet; was Sie schreiben, bleibt erhalten.',
  messages_one: '{{count, number}} Nachricht wartet auf das Netz.',
  messages_other: '{{count, number}} Nachrichten warten auf das Netz.',
  approvals_one: '{{count, number}} Unterhaltung wartet auf Ihre Freigabe.',
  approvals_other: '{{count, number}} Unterhaltungen warten auf Ihre Freigabe.',
}
