import { isAppAddress } from './app-files'

/**
 * Whether a frame may ask for anything: it is the main frame of one of our windows and shows one of our own pages.
 * SECURITY: a frame inside a page, a page that was navigated away and a frame that is gone are all refused.
 */
export const isTrustedFrame = <F extends { readonly url: string }>(
  frame: F | null,
  mainFrames: readonly F[],
): boolean => frame !== null && mainFrames.includes(frame) && isAppAddress(frame.url)
