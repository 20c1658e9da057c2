import { channels } from '../../contract/channels'
import type { DataSizes } from '../../contract/data'
import type { Preferences } from '../../contract/settings'
import { err, ok } from '../../contract/result'
import { failure } from '../platform/failures'
import type { SaveFile } from '../platform/save-dialog'
import type { ZippedText } from '../platform/zip'
import { withLocal, type HandlersOf, type ServicesSource } from './handlers'

/** What the Data section of Settings reaches. */
export type DataPorts = {
  readonly showFolder: () => void
  readonly sizes: () => Promise<DataSizes>
  readonly saveFile: SaveFile
  readonly preferences: () => Preferences
  readonly zip: (files: Iterable<ZippedText>) => Promise<Uint8Array>
  readonly onError: (error: unknown) => void
}

function* withPreferences(files: Iterable<ZippedText>, preferences: Preferences): Generator<ZippedText> {
  yield* files
  yield { path: 'preferences.json', text: `${JSON.stringify(preferences, null, 2)}\n` }
}

/** A person's data as a whole, as the windows ask for it. A window names no path and no person. */
export const dataHandlers = (
  services: ServicesSource,
  { showFolder, sizes, saveFile, preferences, zip, onError }: DataPorts,
): HandlersOf<'dataSizes' | 'showDataFolder' | 'exportData' | 'eraseData'> => ({
  [channels.dataSizes]: async () => {
    try {
      return ok(await sizes())
    } catch (error) {
      onError(error)
      return err(failure('internal', { action: { kind: 'retry' } }))
    }
  },
  [channels.showDataFolder]: () => {
    showFolder()
    return ok(null)
  },
  [channels.exportData]: async () =>
    await withLocal(services, async ({ assistant }, session) => {
      const saved = await saveFile({
        name: 'onbehalf-data',
        extension: 'zip',
        bytes: async () => await zip(withPreferences(assistant.exportAll(session), preferences())),
      })
      return saved.ok ? ok({ file: saved.value }) : saved
    }),
  [channels.eraseData]: async () =>
    await withLocal(services, async ({ assistant, identity }, session) => {
      const erased = assistant.eraseAll(session)
      if (!erased.ok) return erased
      await identity.signOut()
      // Once more: what was on its way when everything was stopped may have ended in between.
      return assistant.eraseAll(session)
    }),
})
