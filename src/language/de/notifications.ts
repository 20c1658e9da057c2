import type { notifications as english } from '../en/notifications'
import type { Translated } from '../translated'

/** Words of the system's notifications, of the tray, and of how they are set. */
export const notifications: Translated<typeof english> = {
  approval: {
    title: 'Freigabe nötig',
    body_one: 'Eine Unterhaltung wartet auf Ihre Freigabe.',
    body_other: 'Eine Unterhaltung wartet auf {{count, number}} Freigaben.',
    one: '{{title}}: {{tool}}',
    several_one: '{{title}}: {{count, number}} Freigabe',
    several_other: '{{title}}: {{count, number}} Freigaben',
  },
  account: { title: 'Ein Konto fehlt', body: 'Eine Unterhaltung wartet, bis Sie ein Konto verbinden.' },
  done: { title: 'Onbehalf ist fertig', body: 'Auf Ihre Frage gibt es eine Antwort.' },
  failed: {
    title: 'Das hat nicht geklappt',
    body: 'Eine Unterhaltung endete mit einem Problem. Öffnen Sie sie, um zu sehen, was hilft.',
  },
  tray_one: '{{app}}: {{count, number}} Unterhaltung wartet auf Sie',
  tray_other: '{{app}}: {{count, number}} Unterhaltungen warten auf Sie',
  settings: {
    on: 'Mitteilen, wenn etwas fertig ist oder auf mich wartet',
    onHint:
      'Mit einer Mitteilung des Systems, und nur solange Onbehalf nicht im Vordergrund ist. Ein Klick öffnet die Unterhaltung.',
    content: 'Sagen, worum es geht',
    contentHint:
      'Nennt die Unterhaltung und was freizugeben ist. Das kann lesen, wer den Bildschirm sieht; sonst sagt die Mitteilung nur, dass etwas wartet.',
  },
}
