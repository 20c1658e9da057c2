import { channels } from '../../contract/channels'
import { ok } from '../../contract/result'
import type { SaveFile } from '../platform/save-dialog'
import { withLocal, type HandlersOf, type ServicesSource } from './handlers'

/** Looking back at what was done, as the windows ask for it. */
export const activityHandlers = (
  services: ServicesSource,
  saveFile: SaveFile,
): HandlersOf<'listActivity' | 'exportActivity' | 'verifyActivity'> => ({
  [channels.listActivity]: async ({ before, ...filter }) =>
    await withLocal(services, ({ assistant }, session) => assistant.listActivity(session, before, filter)),
  // SECURITY: a window names a format, never a path; the path is the one that the person chooses in main's dialog.
  [channels.exportActivity]: async ({ format, filter }) =>
    await withLocal(services, async ({ assistant }, session) => {
      const exported = assistant.exportActivity(session, format, filter)
      if (!exported.ok) return exported
      const { text, entries } = exported.value
      const saved = await saveFile({ name: 'onbehalf-activity', extension: format, text })
      return saved.ok ? ok({ file: saved.value, entries }) : saved
    }),
  [channels.verifyActivity]: async () =>
    await withLocal(services, ({ assistant }, session) => assistant.verifyActivity(session)),
})
