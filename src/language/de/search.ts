import type { search as english } from '../en/search'
import type { Translated } from '../translated'

/** Searching everything that was said. */
export const search: Translated<typeof english> = {
  label: 'Unterhaltungen suchen',
  clear: 'Suche leeren',
  results: 'Suchergebnisse',
  none: 'Mit diesen Wörtern wurde nichts gesagt.',
  found_one: '{{count}} Treffer',
  found_other: '{{count}} Treffer',
  more: 'Nur die neuesten sind aufgeführt. Mehr Wörter finden weniger.',
  you: 'Sie',
  assistant: 'Assistent',
  archived: 'Archiviert',
}
