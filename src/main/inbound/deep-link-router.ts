import type { Failure } from '../../contract/failure'
import { err, type Result } from '../../contract/result'
import type { Asked } from '../../contract/asked'
import { failure } from '../platform/failures'
import type { Arrival } from '../platform/instance'
import { asksForQuickAsk } from '../platform/start-arguments'
import { findDeepLink, parseDeepLink, type DeepLink } from './deep-link'
import { withServices, type ServicesSource } from './handlers'

/** A link that a service waits for, or that leads nowhere. */
export type ServiceLink = Exclude<DeepLink, { readonly kind: 'ask' | 'quick-ask' }>

/** What the router tells whom. */
export type DeepLinkPorts = {
  readonly follow: (link: ServiceLink) => Promise<Result<unknown, Failure>>
  readonly openChat: () => void
  readonly showQuickAsk: () => void
  /** As the shortcut does: shows it, or hides it where it has the focus. */
  readonly toggleQuickAsk: () => void
  /** Offers a text to whoever is signed in. */
  readonly offer: (asked: Asked) => void
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
const report = (ports: DeepLinkPorts, link: ServiceLink, failed: Failure): void => {
  if (isAboutTheLink(failed)) ports.notice(failed)
  else if (link.kind === 'connect-verify') ports.showConnections()
}

/** The window that comes up for an arrival by itself; what a link offers says where it wants to be seen. */
const windowFor = (arrival: Arrival, link: DeepLink | undefined): 'quick-ask' | 'chat' | 'none' => {
  if (link === undefined) return 'argv' in arrival && asksForQuickAsk(arrival.argv) ? 'quick-ask' : 'chat'
  if (link.kind === 'quick-ask') return 'quick-ask'
  return link.kind === 'ask' ? 'none' : 'chat'
}

const surface = (ports: DeepLinkPorts, arrival: Arrival, link: DeepLink | undefined): void => {
  const window = windowFor(arrival, link)
  const first = arrival.kind === 'first-start'
  // The chat window of a first start comes by itself.
  if (window === 'chat' && !first) ports.openChat()
  if (window !== 'quick-ask') return
  if (first || link !== undefined) ports.showQuickAsk()
  else ports.toggleQuickAsk()
}

const followWith =
  (ports: DeepLinkPorts) =>
  async (link: DeepLink): Promise<void> => {
    if (link.kind === 'quick-ask') return
    try {
      if (link.kind === 'ask') {
        ports.offer(link.asked)
        return
      }
      const followed = await ports.follow(link)
      if (!followed.ok) report(ports, link, followed.failure)
    } catch (error) {
      ports.onError(error)
      ports.notice(failure('internal'))
    }
  }

/**
 * Makes the listener for what arrives from outside: brings the window that it is for to the front and follows the
 * link, if there is one. Links are followed one after the other, in the order in which they came.
 */
export const createDeepLinkRouter = (ports: DeepLinkPorts): ((arrival: Arrival) => Promise<void>) => {
  const follow = followWith(ports)
  let last: Promise<void> = Promise.resolve()
  return async (arrival) => {
    const text = textOf(arrival)
    const link = text === undefined ? undefined : parseDeepLink(text)
    surface(ports, arrival, link)
    if (link !== undefined) last = last.then(async () => await follow(link))
    await last
  }
}
