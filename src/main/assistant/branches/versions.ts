import type { Message } from '../../../contract/conversation'
import type { Owner } from '../../identity/identifier'
import type { StoredMessage } from '../thread-store'
import type { PathStore, Version } from './path-store'

/** The place of each message among those that follow the same message; undefined where it is the only one. */
export const branchesOf = (
  store: Pick<PathStore, 'versions' | 'doneElsewhere'>,
  { owner, threadId }: { readonly owner: Owner; readonly threadId: string },
  messages: readonly StoredMessage[],
): ((message: StoredMessage) => Message['branch']) => {
  const versions = new Map<string, Version[]>()
  for (const one of store.versions(owner, threadId, [...new Set(messages.map(({ parent_id }) => parent_id))]))
    versions.set(one.parent_id, [...(versions.get(one.parent_id) ?? []), one])
  return ({ id, parent_id }) => {
    const all = versions.get(parent_id) ?? []
    if (all.length < 2) return undefined
    const index = all.findIndex((one) => one.id === id)
    const [previous, next] = [all[index - 1], all[index + 1]]
    return {
      index,
      count: all.length,
      ...(previous === undefined ? {} : { previous: previous.id }),
      ...(next === undefined ? {} : { next: next.id }),
      doneElsewhere: store.doneElsewhere(owner, threadId, parent_id),
    }
  }
}
