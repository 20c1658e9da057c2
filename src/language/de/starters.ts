import type { starters as english } from '../en/starters'
import type { Translated } from '../translated'

/** Prompts to start with. `[Board=Marketing]` is what is asked for on use, and what the sample data has. */
export const starters: Translated<typeof english> = {
  board: { name: 'Ein Board ansehen', text: 'Was steht auf dem Board [Board=Marketing]?' },
  createItem: {
    name: 'Ein Element anlegen',
    text: 'Lege auf dem Board [Board=Marketing] das Element „[Element=Q3 launch brief]“ an',
  },
  setStatus: {
    name: 'Den Status eines Elements setzen',
    text: 'Setze den Status von „[Element=Autumn newsletter]“ auf dem Board [Board=Marketing] auf [Status=Done]',
  },
  search: { name: 'Monday.com durchsuchen', text: 'Suche in Monday.com nach „[Suchwort=launch]“' },
  latest: { name: 'Die neuesten Unterhaltungen ansehen', text: 'Zeige mir die neuesten Unterhaltungen in Intercom' },
  summary: {
    name: 'Die Unterhaltung einer Kundin zusammenfassen',
    text: 'Fasse die letzte Unterhaltung mit [E-Mail=lena.fischer@example.com] zusammen',
  },
  reply: {
    name: 'Einer Kundin antworten',
    text: 'Antworte auf die letzte Unterhaltung mit [E-Mail=lena.fischer@example.com], dass [Nachricht=die Rückzahlung unterwegs ist]',
  },
  conversationToItem: {
    name: 'Aus einer Unterhaltung ein Element machen',
    text: 'Lege zur letzten Unterhaltung mit [E-Mail=lena.fischer@example.com] ein Element auf dem Board [Board=Marketing] an',
  },
  other: { name: '{{provider}} kennenlernen', text: 'Was kannst du in {{provider}} für mich tun?' },
  help: { name: 'Zeigen, was möglich ist', text: 'Was kannst du?' },
}
