import type { Failure } from '../../contract/failure'
import { err, type Result } from '../../contract/result'
import { failure } from '../platform/failures'
import type { Arrival } from '../platform/instance'
import { findDeepLink, parseDeepLink, type DeepLink } from './deep-link'
import { withServices, type ServicesSource } from './handlers'

/** What the router tells whom. */
export type DeepLinkPorts = {
  readonly follow: (link: DeepLink) => Promise<Result<unknown, Failure>>
  readonly openChat: () => void
  /** Shows a sentence with a button for a link that led nowhere. */
  readonly notice: (failure: Failure) => void
  /** Shows the connections, each with what went wrong on it. */
  readonly showConnections: () => void
  readonly onError: (error: unknown) => void
}

/** Takes a link to the service that waits for it. */
export const followLink =
  (services: ServicesSource): DeepLinkPorts['follow'] =>
  async (link) => {
    switch (link.kind) {
      case 'auth-callback':
        return await withServices(services, async ({ identity }) => await identity.handleCallback(link.url))
      case 'connect-verify':
        return await withServices(services, async ({ connections }) => await connections.verify(link.returned))
      case 'unknown':
        return err(failure('link-unknown'))
      case 'malformed':
        return err(failure('link-malformed'))
    }
  }

const textOf = (arrival: Arrival): string | undefined => {
  if (arrival.kind === 'activate') return undefined
  return arrival.kind === 'open-url' ? arrival.text : findDeepLink(arrival.argv)
}

const isAboutTheLink = ({ code }: Failure): boolean => code.startsWith('link-')

/** Says what went wrong where nothing else does: the sign-in screen and the rows of Connections speak for themselves. */
const report = (ports: DeepLinkPorts, link: DeepLink, failed: Failure): void => {
  if (isAboutTheLink(failed)) ports.notice(failed)
  else if (link.kind === 'connect-verify') ports.showConnections()
}

/**
 * Makes the listener for what arrives from outside: brings the window to the front and follows the link, if there is
 * one. Links are followed one after the other, in the order in which they came.
 */
export const createDeepLinkRouter = (ports: DeepLinkPorts): ((arrival: Arrival) => Promise<void>) => {
  let last: Promise<void> = Promise.resolve()
  const handle = async (text: string): Promise<void> => {
    const link = parseDeepLink(text)
    try {
      const followed = await ports.follow(link)
      if (!followed.ok) report(ports, link, followed.failure)
    } catch (error) {
      ports.onError(error)
      ports.notice(failure('internal'))
    }
  }
  return async (arrival) => {
    const text = textOf(arrival)
    if (arrival.kind !== 'first-start') ports.openChat()
    if (text !== undefined) last = last.then(async () => await handle(text))
    await last
  }
}
