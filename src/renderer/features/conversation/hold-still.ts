/** Whether the person is about to press something in a text that grows. */
export type Hold = {
  readonly isHeld: () => boolean
  /** Stops watching. */
  readonly release: () => void
}

const waitingUnderPointer = '[data-pending-call]:hover'

/**
 * Watches for a hand on something: a pressed button, or the pointer over a call that waits. What moved away between
 * pressing and letting go would lose the click, or give it to something else. `onFree` is called when the hand is gone.
 */
export const holdStill = (element: HTMLElement, onFree: () => void): Hold => {
  let pressed = false
  const isHeld = (): boolean => pressed || element.querySelector(waitingUnderPointer) !== null
  const freed = (): void => {
    // The click itself comes after the pointer went up.
    requestAnimationFrame(() => {
      if (!isHeld()) onFree()
    })
  }
  const onDown = (event: PointerEvent): void => {
    // A press on the scroll bar is scrolling, and its end is not told.
    pressed = event.target !== element
  }
  const onUp = (): void => {
    if (!pressed) return
    pressed = false
    freed()
  }
  element.addEventListener('pointerdown', onDown)
  element.addEventListener('pointerout', freed)
  addEventListener('pointerup', onUp)
  addEventListener('pointercancel', onUp)
  return {
    isHeld,
    release: () => {
      element.removeEventListener('pointerdown', onDown)
      element.removeEventListener('pointerout', freed)
      removeEventListener('pointerup', onUp)
      removeEventListener('pointercancel', onUp)
    },
  }
}
