import { z } from 'zod'
import type { Asked } from '../../contract/asked'
import type { VerifyReturn } from '../connections/connections'
import { deepLinkScheme } from '../platform/deep-links'
import { longestAskLink, parseAsked } from './asked'

/**
 * What a link that the operating system handed over asks for. `unknown` is ours by scheme but leads nowhere;
 * `malformed` leads somewhere but lacks what is needed there.
 */
export type DeepLink =
  | { readonly kind: 'auth-callback'; readonly url: URL }
  | { readonly kind: 'connect-verify'; readonly returned: VerifyReturn }
  | { readonly kind: 'ask'; readonly asked: Asked }
  | { readonly kind: 'quick-ask' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'malformed' }

/** The longest link that is looked at, unless it may carry a text. */
export const maximumLinkLength = 8 * 1024

const token = z.string().min(1).max(4096)

// SECURITY: a link may come from any page. It can return a code or a one-time request, each bound to a state that
// this app made. Who the person is never comes from a link: an identifier in it is not read.
const authCallback = z.union([z.object({ state: token, code: token }), z.object({ state: token, error: token })])

const connectVerify = z
  .union([
    z.object({ state: token, auth_request_id: token, error: z.undefined().optional() }),
    z.object({ state: token, error: token }),
  ])
  .transform((given): VerifyReturn =>
    'auth_request_id' in given
      ? { kind: 'granted', authRequestId: given.auth_request_id, state: given.state }
      : { kind: 'denied', state: given.state },
  )

/** The parameters, or null when one is given twice: which of them counts would be anybody's guess. */
const parametersOf = (url: URL): Readonly<Record<string, string>> | null => {
  const entries = [...url.searchParams]
  const parameters = Object.fromEntries(entries)
  return Object.keys(parameters).length === entries.length ? parameters : null
}

type Route = {
  readonly example: string
  /** How long a link there may be, where that is not the usual length. */
  readonly longest?: number
  readonly parse: (url: URL) => DeepLink | null
}

/** Where links can lead, by host and path, each with an example. */
export const deepLinkRoutes: Readonly<Record<string, Route>> = {
  'auth/callback': {
    example: 'onbehalf://auth/callback?code=c0de&state=5tate',
    parse: (url) => (authCallback.safeParse(parametersOf(url)).success ? { kind: 'auth-callback', url } : null),
  },
  'connect/verify': {
    example: 'onbehalf://connect/verify?auth_request_id=ar_1&state=5tate',
    parse: (url) => {
      const parsed = connectVerify.safeParse(parametersOf(url))
      return parsed.success ? { kind: 'connect-verify', returned: parsed.data } : null
    },
  },
  // SECURITY: the next two take nothing but a text: no thread, connection or tool, nobody's name, and no wish to send.
  ask: {
    example: 'onbehalf://ask?text=List%20my%20boards',
    longest: longestAskLink,
    parse: (url) => {
      const asked = url.hash === '' ? parseAsked(parametersOf(url)) : null
      return asked === null ? null : { kind: 'ask', asked }
    },
  },
  'quick-ask': {
    example: 'onbehalf://quick-ask',
    parse: (url) => (url.search === '' && url.hash === '' ? { kind: 'quick-ask' } : null),
  },
}

const routeOf = (url: URL): Route | undefined => {
  // Without `//` the whole link is a path, and could be taken for host and path.
  if (url.host === '') return undefined
  const name = `${url.host}${url.pathname}`.replace(/\/$/, '')
  return Object.hasOwn(deepLinkRoutes, name) ? deepLinkRoutes[name] : undefined
}

const follow = (route: Route, url: URL): DeepLink => {
  if (url.href.length > (route.longest ?? maximumLinkLength)) return { kind: 'malformed' }
  return route.parse(url) ?? { kind: 'malformed' }
}

/** Parses a link as the operating system handed it over. Never throws. */
export const parseDeepLink = (text: string): DeepLink => {
  if (text.length > longestAskLink || !URL.canParse(text)) return { kind: 'malformed' }
  const url = new URL(text)
  if (url.protocol !== deepLinkScheme || url.username !== '' || url.password !== '') return { kind: 'unknown' }
  const route = routeOf(url)
  return route === undefined ? { kind: 'unknown' } : follow(route, url)
}

/**
 * The one link among the arguments of an instance, or undefined. Chromium puts switches of its own between them;
 * two links in one command line are not the operating system's doing, so neither is taken.
 */
export const findDeepLink = (argv: readonly string[]): string | undefined => {
  const links = argv.filter((argument) => argument.toLowerCase().startsWith(deepLinkScheme))
  return links.length === 1 ? links[0] : undefined
}
