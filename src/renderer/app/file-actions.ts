import type { Failure } from '../../contract/failure'
import type { AttachedFile } from '../../contract/files'
import { fileBounds, fileTypeOf, isPlainFileName } from '../../contract/plain/file-bounds'
import type { Result } from '../../contract/result'
import type { DraftOwner } from '../state/action'
import { draftOf } from '../state/drafts'
import type { RefusedFile } from '../state/refused-file'
import { orAlert, type ActionContext } from './context'

/** Files that a person attaches to what they are about to say. */
export type FileActions = {
  /** Reads what is attached to a draft already. */
  readonly loadFiles: (owner: DraftOwner) => Promise<void>
  /** Attaches those that can be; what can't says so at the message box. */
  readonly attachFiles: (owner: DraftOwner, files: readonly File[]) => Promise<void>
  readonly detachFile: (owner: DraftOwner, id: string) => void
  readonly dismissRefused: (owner: DraftOwner) => void
  readonly readFile: (id: string) => Promise<Result<{ text: string }, Failure>>
}

type Reason = RefusedFile['reason']

const refusal = (file: File, others: readonly AttachedFile[]): Reason | undefined => {
  if (fileTypeOf(file.name) === undefined) return 'type'
  if (!isPlainFileName(file.name)) return 'name'
  if (file.size > fileBounds.bytes) return 'size'
  if (others.length >= fileBounds.files) return 'count'
  return others.reduce((sum, { size }) => sum + size, file.size) > fileBounds.total ? 'total' : undefined
}

const textOf = async (file: File): Promise<string | undefined> => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
    return text.includes('\0') ? undefined : text
  } catch {
    // Not UTF-8, or a folder, or gone since.
    return undefined
  }
}

/** Makes the actions on files. */
export const createFileActions = (context: ActionContext): FileActions => {
  const { bridge, store } = context
  const filesOf = (owner: DraftOwner): readonly AttachedFile[] => draftOf(store.get().drafts, owner).files
  const show = (owner: DraftOwner, files: readonly AttachedFile[]): void => {
    store.dispatch({ type: 'draft-files', owner, files })
  }
  const attach = async (owner: DraftOwner, file: File): Promise<Reason | undefined> => {
    const refused = refusal(file, filesOf(owner))
    if (refused !== undefined) return refused
    const text = await textOf(file)
    if (text === undefined) return 'text'
    const attached = { id: crypto.randomUUID(), name: file.name, text }
    const reply = await bridge.attachFile({ threadId: owner, file: attached })
    if (!reply.ok) return 'failed'
    const { value } = reply
    // The windows are told of it as well, and may have heard by now.
    show(owner, [...filesOf(owner).filter(({ id }) => id !== value.id), value])
    return undefined
  }
  return {
    loadFiles: async (owner) => {
      const reply = await bridge.draftFiles({ threadId: owner })
      if (reply.ok) show(owner, reply.value)
    },
    attachFiles: async (owner, files) => {
      const refused: RefusedFile[] = []
      store.dispatch({ type: 'draft-attaching', owner })
      for (const file of files) {
        const reason = await attach(owner, file)
        if (reason !== undefined) refused.push({ name: file.name, reason })
      }
      store.dispatch({ type: 'draft-attached', owner, refused })
    },
    detachFile: (owner, id) => {
      show(
        owner,
        filesOf(owner).filter((file) => file.id !== id),
      )
      void orAlert(context, async () => await bridge.detachFile({ threadId: owner, id }))
    },
    dismissRefused: (owner) => {
      store.dispatch({ type: 'draft-attached', owner, refused: [] })
    },
    readFile: async (id) => await bridge.readFile({ id }),
  }
}
