import { channels } from '../../contract/channels'
import type { ThreadFormat, ThreadImport } from '../../contract/transfer'
import { threadFileBounds } from '../../contract/plain/thread-file-bounds'
import { ok } from '../../contract/result'
import type { OpenFile } from '../platform/open-dialog'
import type { SaveFile } from '../platform/save-dialog'
import { withLocal, type HandlersOf, type ServicesSource } from './handlers'

const extensions: Readonly<Record<ThreadFormat, string>> = { markdown: 'md', json: 'json' }

/** Single conversations on their way to a file and back, as the windows ask for it. */
export const transferHandlers = (
  services: ServicesSource,
  files: { readonly save: SaveFile; readonly open: OpenFile },
): HandlersOf<'exportThread' | 'threadMarkdown' | 'importThread'> => ({
  // SECURITY: a window names a format, never a path; the path is the one that the person chooses in main's dialog.
  [channels.exportThread]: async ({ threadId, format }) =>
    await withLocal(services, async ({ assistant }, session) => {
      const exported = assistant.exportThread(session, threadId, format)
      if (!exported.ok) return exported
      const saved = await files.save({ ...exported.value, extension: extensions[format] })
      return saved.ok ? ok({ file: saved.value }) : saved
    }),
  [channels.threadMarkdown]: async ({ threadId }) =>
    await withLocal(services, ({ assistant }, session) => {
      const exported = assistant.exportThread(session, threadId, 'markdown')
      return exported.ok ? ok({ text: exported.value.text }) : exported
    }),
  [channels.importThread]: async () =>
    await withLocal<ThreadImport>(services, async () => {
      const file = await files.open({ extension: 'json', mostBytes: threadFileBounds.bytes })
      if (!file.ok) return file
      const { value } = file
      if (value === null) return ok(null)
      // It goes to whoever’s screen this is now: the dialog may have been open for a while.
      return await withLocal<ThreadImport>(services, ({ assistant }, session) => assistant.importThread(session, value))
    }),
})
