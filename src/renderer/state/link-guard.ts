/** How long nothing may be pressed before a text from a link takes keys. */
export const quietMs = 800

/** A text from a link that takes no keys yet: when it came, or when a key was pressed last. */
export type LinkGuard = { readonly since: number }

/** A key as it goes down. */
export type KeyPress = { readonly at: number; readonly repeat: boolean }

/**
 * What becomes of a key that is pressed while a text from a link stands untouched in the field: it is taken, or it
 * only starts the wait anew.
 *
 * Any page can open such a link at any time, also while the person types somewhere else: the window comes up, and
 * what they were typing, Enter included, would land in it and ask the page's question. A wait from the arrival alone
 * is no help against somebody who goes on typing. So every key starts it again, nothing typed before it is over goes
 * into the text, and what ends it is a fresh press, not a key that is held down.
 */
export const pressOn = ({ since }: LinkGuard, { at, repeat }: KeyPress): LinkGuard | 'open' =>
  !repeat && at - since >= quietMs ? 'open' : { since: at }
