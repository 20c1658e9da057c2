import { ipcMain, type WebFrameMain } from 'electron'
import { channels } from '../../contract/channels'
import { err } from '../../contract/result'
import { failure } from '../platform/failures'
import type { Door } from './door'

/**
 * Listens on every channel at once and answers through the door, which may still be loading.
 * SECURITY: who is asking is looked at when the call arrives, since a frame can be gone or elsewhere later:
 * https://www.electronjs.org/docs/latest/tutorial/security#17-validate-the-sender-of-all-ipc-messages
 */
export const listenToWindows = (isOurs: (frame: WebFrameMain | null) => boolean, door: Promise<Door>): void => {
  for (const channel of Object.values(channels)) {
    ipcMain.handle(channel, async (event, request: unknown) => {
      if (!isOurs(event.senderFrame)) return err(failure('request-invalid'))
      return await (
        await door
      )(channel, request)
    })
  }
}
