import type { messages as english } from '../en/messages'
import type { Translated } from '../translated'

/** Words on messages: saying or answering them again, and going on. */
export const messages: Translated<typeof english> = {
  copy: 'Nachricht kopieren',
  copied: 'Kopiert',
  edit: 'Nachricht bearbeiten',
  editing: 'Ihre Nachricht bearbeiten',
  save: 'Speichern und senden',
  cancel: 'Abbrechen',
  again: 'Neu antworten',
  goOn: 'Fortsetzen',
  versions: 'Fassungen dieser Nachricht',
  previous: 'Vorige Fassung',
  next: 'Nächste Fassung',
  place: '{{index}}/{{count}}',
  placeSpoken: 'Fassung {{index}} von {{count}}',
  showOther: 'Andere Fassung zeigen',
  stay: 'Hier bleiben',
  staysDone_one: '{{count}} Änderung, die ab hier gemacht wurde, bleibt bestehen.',
  staysDone_other: '{{count}} Änderungen, die ab hier gemacht wurden, bleiben bestehen.',
  withdraws_one: '{{count}} Anfrage um Ihre Zustimmung wird zurückgezogen.',
  withdraws_other: '{{count}} Anfragen um Ihre Zustimmung werden zurückgezogen.',
  doneElsewhere_one: '{{count}} Änderung in einer anderen Fassung bleibt bestehen.',
  doneElsewhere_other: '{{count}} Änderungen in anderen Fassungen bleiben bestehen.',
}
