import { shell } from 'electron'
import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import { failure } from './failures'

/** Who wants a page opened: this process (issuer, consent page) or a link in a window. */
export type LinkOrigin = 'app' | 'window'

const loopbackHosts: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Whether an address may go to the system browser: https always; http only to this computer
 * and only when this process asks, never for what a model or a provider wrote into a message.
 */
export const isOpenable = (url: URL, origin: LinkOrigin): boolean => {
  if (url.username !== '' || url.password !== '') return false
  if (url.protocol === 'https:') return true
  return origin === 'app' && url.protocol === 'http:' && loopbackHosts.has(url.hostname)
}

const open = async (url: URL, origin: LinkOrigin): Promise<Result<null, Failure>> => {
  if (!isOpenable(url, origin)) return err(failure('request-invalid', { subject: url.protocol }))
  try {
    await shell.openExternal(url.href)
    return ok(null)
  } catch {
    return err(failure('browser-unavailable', { subject: url.host }))
  }
}

/** Opens a page that this process made up or was configured with, in the system browser. */
export const openPage = async (url: URL): Promise<Result<null, Failure>> => await open(url, 'app')

/** Shows a file in the system's file manager. */
export const showInFolder = (path: string): void => {
  shell.showItemInFolder(path)
}

/** Opens a link that a person clicked in a window, in the system browser. */
export const openLink = async (url: URL): Promise<Result<null, Failure>> => await open(url, 'window')
