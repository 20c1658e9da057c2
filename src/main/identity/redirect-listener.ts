import type { IssuerSettings } from '../platform/configuration'
import { authCallbackLink } from '../platform/deep-links'
import type { startLoopbackServer } from '../platform/loopback-server'
import { openLoopbackRedirect, type LoopbackRedirect } from './loopback-redirect'

/** Where the browser comes back to: the app's own link, or an address on this computer while a sign-in waits. */
export type RedirectListener = {
  /** The redirect URI of the next sign-in; whatever was listened to before is closed. */
  readonly open: () => Promise<string>
  readonly close: () => void
}

/** Makes the listener that the settings ask for; `handle` says whether a callback led to a session. */
export const createRedirectListener = (
  redirect: IssuerSettings['redirect'],
  start: typeof startLoopbackServer,
  handle: (callback: URL) => Promise<boolean>,
): RedirectListener => {
  if (redirect === 'scheme') return { open: () => Promise.resolve(authCallbackLink), close: () => undefined }
  let opening: Promise<LoopbackRedirect> | null = null
  const close = (): void => {
    void opening?.then(
      (opened) => opened.close(),
      // One that could not be opened needs no closing; whoever opened it has heard why.
      () => undefined,
    )
    opening = null
  }
  return {
    open: async () => {
      close()
      opening = openLoopbackRedirect(start, handle)
      return (await opening).redirectUri
    },
    close,
  }
}
