/** Who wants a page opened: this process (issuer, consent page) or a link in a window. */
export type LinkOrigin = 'app' | 'window'

const loopbackHosts: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Whether an address may go to the system browser: https always; http only to this computer
 * and only when this process asks, never for what a model or a provider wrote into a message.
 */
export const isOpenable = (url: URL, origin: LinkOrigin): boolean => {
  // SECURITY: a name before the host makes a link look like somebody else's.
  if (url.username !== '' || url.password !== '') return false
  if (url.protocol === 'https:') return true
  return origin === 'app' && url.protocol === 'http:' && loopbackHosts.has(url.hostname)
}
