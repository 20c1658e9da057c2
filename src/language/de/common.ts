import type { common as english } from '../en/common'
import type { Translated } from '../translated'

/** Words that stand in several places. */
export const common: Translated<typeof english> = {
  app: 'Onbehalf',
  cancel: 'Abbrechen',
  close: 'Schließen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  delete: 'Löschen',
  deleted: '„{{title}}“ ist gelöscht.',
  items_one: '{{count}} Eintrag',
  items_other: '{{count}} Einträge',
}
