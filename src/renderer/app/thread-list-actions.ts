import type { Thread } from '../../contract/conversation'
import type { Failure } from '../../contract/failure'
import type { Result } from '../../contract/result'
import type { SearchResults } from '../../contract/search'
import type { FoundMessage } from '../state/found-message'
import type { Toast } from '../state/toast'
import { orAlert, type ActionContext } from './context'

/** Keeping the list of threads in order, and searching it. */
export type ThreadListActions = {
  /** Looks for something in the list; '' is the list itself. */
  readonly searchList: (query: string) => void
  /** Goes to the field of the search. */
  readonly focusSearch: () => void
  readonly showArchive: (shown: boolean) => void
  /** Says by which words the message that was just opened was found. */
  readonly markFound: (found: FoundMessage) => void
  readonly forgetFound: () => void
  /** Opens the field in which a thread gets another name, and closes it. */
  readonly startRenaming: (thread: Thread) => void
  readonly endRenaming: () => void
  readonly renameThread: (threadId: string, title: string) => void
  readonly pinThread: (threadId: string, pinned: boolean) => void
  readonly archiveThread: (threadId: string, archived: boolean) => void
  /** Deletes a thread, and offers for a while to have it back. */
  readonly deleteThread: (threadId: string) => void
  readonly restoreThread: (threadId: string) => void
  readonly dismissToast: (toast: Toast) => void
  readonly search: (query: string) => Promise<Result<SearchResults, Failure>>
}

/** Makes the actions on the list of threads. */
export const createThreadListActions = (context: ActionContext): ThreadListActions => {
  const { bridge, store } = context
  const say = (toast: Toast): void => {
    store.dispatch({ type: 'toast', toast })
  }
  return {
    searchList: (query) => {
      store.dispatch({ type: 'list-searched', query })
    },
    focusSearch: () => {
      store.dispatch({ type: 'list-search-asked' })
    },
    showArchive: (shown) => {
      store.dispatch({ type: 'list-archive-shown', shown })
    },
    markFound: (found) => {
      store.dispatch({ type: 'found', found })
    },
    forgetFound: () => {
      store.dispatch({ type: 'found-forgotten' })
    },
    startRenaming: ({ id, archived = false }) => {
      store.dispatch({ type: 'renaming', threadId: id, archived })
    },
    endRenaming: () => {
      store.dispatch({ type: 'renamed' })
    },
    renameThread: (threadId, title) =>
      void orAlert(context, async () => await bridge.renameThread({ threadId, title })),
    pinThread: (threadId, pinned) => void orAlert(context, async () => await bridge.pinThread({ threadId, pinned })),
    archiveThread: (threadId, archived) =>
      void orAlert(context, async () => await bridge.archiveThread({ threadId, archived })),
    deleteThread: (threadId) =>
      void orAlert(context, async () => {
        const thread = store.get().threads.items.find(({ id }) => id === threadId)
        const reply = await bridge.deleteThread({ threadId })
        if (reply.ok) {
          say({ kind: 'deleted', threadId, title: thread?.title ?? '', waited: thread?.run === 'waiting' })
        }
        return reply
      }),
    restoreThread: (threadId) => void orAlert(context, async () => await bridge.restoreThread({ threadId })),
    dismissToast: (toast) => {
      store.dispatch({ type: 'toast-gone', toast })
    },
    search: async (query) => await bridge.searchThreads({ query }),
  }
}
