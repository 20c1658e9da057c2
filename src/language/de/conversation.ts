import type {
  chat as englishChat,
  quickAnswer as englishQuickAnswer,
  review as englishReview,
  threads as englishThreads,
} from '../en/conversation'
import type { Translated } from '../translated'

/** What the list of conversations says. */
export const threads: Translated<typeof englishThreads> = {
  label: 'Unterhaltungen',
  new: 'Neuer Chat',
  show: 'Unterhaltungen',
  hide: 'Unterhaltungen schließen',
  empty: 'Hier steht, was Sie gefragt haben.',
  untitled: 'Neue Unterhaltung',
  running: 'Arbeitet',
  waiting: 'Wartet auf Sie',
}

/** What a conversation says. */
export const chat: Translated<typeof englishChat> = {
  log: 'Unterhaltung',
  greeting: 'Was kann ich für Sie tun, {{name}}?',
  lead: 'Nachschlagen geht sofort. Was etwas ändert, wartet auf Ihre Freigabe.',
  connectFirst: 'Verbinden Sie zuerst ein Konto, damit es etwas zum Arbeiten gibt.',
  openConnections: 'Verbindungen öffnen',
  message: 'Nachricht',
  placeholder: 'Was soll erledigt werden …',
  send: 'Senden',
  stop: 'Anhalten',
  hint: 'Enter sendet · Umschalt+Enter beginnt eine neue Zeile',
  tooLong_one: 'Das ist {{count, number}} Zeichen zu lang, um es auf einmal zu senden.',
  tooLong_other: 'Das ist {{count, number}} Zeichen zu lang, um es auf einmal zu senden.',
  latest: 'Zum Ende springen',
  older: 'Frühere Nachrichten laden',
  loadingOlder: 'Frühere Nachrichten werden geladen …',
  loading: 'Unterhaltung wird geöffnet …',
  thinking: 'Denkt nach',
  thoughts: 'Wie es dazu kam',
  stopped: 'Angehalten',
  you: 'Sie',
  assistant: 'Onbehalf',
  answered: 'Die Antwort ist vollständig.',
  imageLeftOut: 'Bild weggelassen: {{text}}',
}

/** What the bar says with which several pending calls are reviewed together. */
export const review: Translated<typeof englishReview> = {
  label: 'Durchsicht',
  waiting_one: '{{count, number}} Aufruf wartet auf Sie',
  waiting_other: '{{count, number}} Aufrufe warten auf Sie',
  ownLook_one: '{{count, number}} braucht einen eigenen Blick: Geben Sie ihn auf seiner Karte frei.',
  ownLook_other: '{{count, number}} brauchen je einen eigenen Blick: Geben Sie sie auf ihren Karten frei.',
  approveAll: 'Alle {{number, number}} freigeben: {{what}}',
  declineAll: 'Alle ablehnen',
  next: 'Nächster (Alt+Pfeil ab)',
  previous: 'Voriger (Alt+Pfeil auf)',
}

/** What the quick-ask window says. */
export const quickAnswer: Translated<typeof englishQuickAnswer> = {
  label: 'Schnellfrage',
  placeholder: 'Was soll erledigt werden?',
  open: 'Im Chat öffnen',
  again: 'Von vorn beginnen',
  signedOut: 'Zum Fragen bitte anmelden.',
}
