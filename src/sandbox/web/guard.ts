import type { IncomingMessage } from 'node:http'

/**
 * Whether a request was meant for this server and, when it changes something, comes from its own pages.
 * A browser says where a form was sent from; a program that says nothing is not a browser on a hostile page.
 */
export const isOwnRequest = (request: IncomingMessage, origin: string): boolean => {
  // SECURITY: a page elsewhere can point its own name at 127.0.0.1 (DNS rebinding); its Host header gives it away.
  if (request.headers.host !== new URL(origin).host) return false
  if (request.method !== 'POST') return true
  const from = request.headers.origin
  if (from !== undefined) return from === origin
  const site = request.headers['sec-fetch-site']
  return site === undefined || site === 'same-origin'
}
