import type { Clock } from '../platform/clock'

/** A timer that is set for one moment at a time. */
export type RenewalTimer = { readonly set: (at: number | undefined) => void; readonly cancel: () => void }

/** Makes the timer; `undefined` sets it for never. */
export const createRenewalTimer = (clock: Clock, run: () => void): RenewalTimer => {
  let cancel = (): void => undefined
  return {
    set: (at) => {
      cancel()
      if (at !== undefined) cancel = clock.after(Math.max(0, at - clock.now()), run)
    },
    cancel: () => {
      cancel()
    },
  }
}
