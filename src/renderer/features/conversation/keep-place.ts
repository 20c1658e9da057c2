/** Where a card was seen. */
export type KeptPlace = {
  /** Takes the place that the card has now as its own. */
  readonly remember: () => void
  /** Brings the card back to where it was seen, as far as the text reaches; whether it had moved. */
  readonly restore: () => boolean
}

/** Keeps the place of a card that waits for as long as it does. */
export const keepPlace = (scroller: HTMLElement, card: HTMLElement): KeptPlace => {
  const now = (): number => card.getBoundingClientRect().top
  let seen = now()
  const remember = (): void => {
    seen = now()
  }
  return {
    remember,
    restore: () => {
      if (!card.isConnected || card.dataset['pendingCall'] === undefined) return false
      const moved = now() - seen
      if (Math.abs(moved) < 1) return false
      scroller.scrollTop += moved
      remember()
      return true
    },
  }
}
