import type { AppState } from '../../contract/app-state'
import type { Actions } from './actions'
import { raiseAlert, type ActionContext } from './context'

const loadPersonal = async ({ bridge, store }: ActionContext, actions: Actions): Promise<void> => {
  const connections = bridge.listConnections({ refresh: false })
  await Promise.all([actions.loadThreads(), actions.restoreNewDraft(), actions.loadGrants(), actions.loadPrompts()])
  const reply = await connections
  store.dispatch({
    type: 'connections',
    connections: reply.ok ? reply.value : { kind: 'failed', connections: [], failure: reply.failure },
  })
}

const askedThread = (address: string): string | null => new URLSearchParams(address.slice(1)).get('thread')

/**
 * Follows what main tells this window, from now on. `hash` is the end of the window's address: it names the thread that
 * the window was opened for. Returns the function that stops it.
 */
export const listen = (context: ActionContext, actions: Actions, hash = ''): (() => void) => {
  const { bridge, store } = context
  let asked = askedThread(hash)
  const applyApp = (app: AppState): void => {
    const before = store.get()
    store.dispatch({ type: 'app', app })
    const wasIn = before.app?.session.kind === 'signed-in' && before.owner === store.get().owner
    if (app.session.kind !== 'signed-in' || wasIn) return
    void loadPersonal(context, actions)
    // Only the person for whom the window was opened has that thread.
    if (asked !== null) void actions.openThread(asked)
    asked = null
  }
  const stops = [
    bridge.on.appState(applyApp),
    bridge.on.connections((connections) => {
      store.dispatch({ type: 'connections', connections })
    }),
    bridge.on.conversation((events) => {
      store.dispatch({ type: 'events', events })
    }),
    bridge.on.grants((grants) => {
      store.dispatch({ type: 'grants', grants })
    }),
    bridge.on.prompts((prompts) => {
      store.dispatch({ type: 'prompts', prompts })
    }),
    bridge.on.draft(actions.followDraft),
    bridge.on.draftFiles(({ threadId, files }) => {
      store.dispatch({ type: 'draft-files', owner: threadId, files })
    }),
    bridge.on.navigate((to) => {
      if (to.threadId === undefined) actions.navigate(to.view, to.section)
      else void actions.openThread(to.threadId, to.messageId)
    }),
  ]
  void bridge.appState().then((reply) => {
    if (reply.ok) applyApp(reply.value)
    else raiseAlert(context, reply.failure)
  })
  return () => {
    for (const stop of stops) stop()
  }
}
