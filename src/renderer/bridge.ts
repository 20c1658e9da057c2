import type { Bridge } from '../contract/bridge'

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly onbehalf: Bridge
  }
}

/** The only way out of this window: what the preload offers. */
export const bridge: Bridge = window.onbehalf
