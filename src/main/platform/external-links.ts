import { shell } from 'electron'
import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import { failure } from './failures'
import { isOpenable, type LinkOrigin } from './link-policy'

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

/** Opens a link that a person clicked in a window, in the system browser. */
export const openLink = async (url: URL): Promise<Result<null, Failure>> => await open(url, 'window')

/** Shows a file in the system's file manager. */
export const showInFolder = (path: string): void => {
  shell.showItemInFolder(path)
}
