const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** What is wrong with the address of an endpoint; undefined when it can be used, or is left to the default. */
export const addressProblem = (text: string): 'not-an-address' | 'not-safe' | undefined => {
  if (text === '') return undefined
  if (!URL.canParse(text)) return 'not-an-address'
  const { protocol, hostname, username, password, search, hash } = new URL(text)
  if (username + password + search + hash !== '') return 'not-an-address'
  if (protocol === 'https:') return undefined
  if (protocol !== 'http:') return 'not-an-address'
  return loopbackHosts.has(hostname) ? undefined : 'not-safe'
}
