import type { grants as englishGrants, thirdParty as englishThirdParty } from '../en/trust'
import type { Translated } from '../translated'

/** What is said about things that may go on by themselves. */
export const grants: Translated<typeof englishGrants> = {
  button: 'Immer erlauben …',
  sentence:
    'Ab jetzt darf „{{what}}“ ohne Rückfrage laufen, auf {{where}}, {{whose}}. Überall sonst wird weiter gefragt.',
  whose: 'als {{who}} ({{place}})',
  whoseIn: 'als {{who}} in {{workspace}} ({{place}})',
  target: '{{kind}} {{id}}',
  targetNamed: '{{kind}} „{{name}}“ ({{id}})',
  entry: 'Eintrag',
  legend: 'Wie lange',
  durations: { thread: 'In dieser Unterhaltung', today: 'Bis Mitternacht', '30-days': '30 Tage lang' },
  onlyHere: 'Was Daten löscht oder Menschen außerhalb erreicht, lässt sich nur in dieser Unterhaltung immer erlauben.',
  otherWords: 'Gefragt wird trotzdem, sobald diese Unterhaltung gelesen hat, was andere geschrieben haben.',
  confirm: 'Freigeben und immer erlauben',
  cancel: 'Abbrechen',
  checking: 'Von Ihnen erlaubt: Es wird geprüft, dass sich nichts geändert hat …',
  allowed: 'Von Ihnen erlaubt',
  allowedHere: 'In dieser Unterhaltung von Ihnen erlaubt',
  allowedUntil: 'Von Ihnen erlaubt bis {{until}}',
  revoke: 'Widerrufen',
  revokeNamed: 'Widerrufen: {{what}} auf {{where}}',
  lead: 'Was ohne Rückfrage laufen darf. Jede Erlaubnis endet von selbst, wenn ihre Zeit vorbei ist, wenn sich Werkzeug oder Konto ändern, und wenn Sie sich abmelden.',
  loading: 'Ihre Erlaubnisse werden gelesen …',
  empty: 'Nichts: Vor jeder Änderung werden Sie gefragt. „Immer erlauben …“ bei einer Freigabe fügt hier etwas hinzu.',
  list: 'Jetzt immer erlaubt',
  endedList: 'In den letzten Tagen beendet',
  revokeAll: 'Alle widerrufen',
  on: 'Auf {{where}}',
  inOneThread: 'In einer Unterhaltung',
  until: 'Bis {{until}}',
  uses_one: 'einmal genutzt',
  uses_other: '{{count, number}}-mal genutzt',
  usesLast_one: 'einmal genutzt, zuletzt {{when}}',
  usesLast_other: '{{count, number}}-mal genutzt, zuletzt {{when}}',
  ends: {
    expired: 'Beendet: Die Zeit war vorbei',
    revoked: 'Von Ihnen widerrufen',
    replaced: 'Durch eine neuere ersetzt',
    'tool-changed': 'Beendet: Das Werkzeug sagt oder nimmt jetzt anderes',
    'account-changed': 'Beendet: Das Konto gehört jetzt jemand anderem',
    disconnected: 'Beendet: Das Konto wurde getrennt',
    'thread-deleted': 'Beendet: Die Unterhaltung wurde gelöscht',
    'signed-out': 'Beendet: Sie haben sich abgemeldet',
  },
}

/** What a card says about text by others. */
export const thirdParty: Translated<typeof englishThirdParty> = {
  reasons: {
    result: 'Fragt nach, weil diese Unterhaltung Text von anderen enthält, aus „{{title}}“ in {{provider}}.',
    failure:
      'Fragt nach, weil diese Unterhaltung Text von anderen enthält: eine Fehlermeldung von „{{title}}“ in {{provider}}.',
    description:
      'Fragt nach, weil es zur Beschreibung von „{{title}}“ in {{provider}} passt, und die ist Text von anderen.',
    file: 'Fragt nach, weil Sie „{{title}}“ angehängt haben: Was in einer Datei steht, ist Text von anderen.',
    import:
      'Fragt nach, weil diese Unterhaltung, „{{title}}“, aus einer Datei importiert wurde: Was darin steht, ist Text von anderen.',
  },
  taken: {
    address: 'Diese Adresse stammt aus Text von anderen, nicht von Ihnen',
    id: 'Diese Nummer stammt aus Text von anderen, nicht von Ihnen',
    words: 'Diese Worte stammen aus Text von anderen, nicht von Ihnen',
  },
  unread: 'Er wurde noch gelesen, als dies gefragt wurde.',
  noText: 'Sie enthält keinen Text.',
  passage: 'Nächste Stelle',
  decoded: 'Dort steht es so, dass es nicht zu lesen ist. Das hier ist es im Klartext.',
  marked: 'Unterstrichen: steht auch in den Werten dieser Karte.',
}
