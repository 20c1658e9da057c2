import type { Thread } from '../../contract/conversation'
import type { CommandId } from '../../contract/plain/commands'
import type { Actions } from '../app/actions'
import type { RootState } from '../state/root'

/** Something that a person can do by its keys or from the palette. */
export type Command = {
  readonly id: CommandId
  /** Whether it does anything right now. */
  readonly isAvailable: (state: RootState) => boolean
  readonly run: (actions: Actions, state: RootState) => void
}

const isSignedIn = ({ owner }: RootState): boolean => owner !== null

const currentThread = ({ place, threads }: RootState): Thread | undefined =>
  place.view === 'chat' ? threads.items.find(({ id }) => id === place.threadId) : undefined

const neighbour = (state: RootState, step: 1 | -1): Thread | undefined => {
  const { items } = state.threads
  const at = items.findIndex(({ id }) => id === state.place.threadId)
  return at === -1 ? items.at(step === 1 ? 0 : -1) : items[at + step]
}

// The one that waits in another conversation comes first: the one in sight is seen anyway.
const waitingThread = ({ threads, place }: RootState): Thread | undefined => {
  const waiting = threads.items.filter(({ run }) => run === 'waiting')
  const at = waiting.findIndex(({ id }) => id === place.threadId)
  return waiting[(at + 1) % Math.max(1, waiting.length)]
}

const always = (id: CommandId, run: Command['run']): Command => ({ id, isAvailable: isSignedIn, run })

const moving = (id: CommandId, target: (state: RootState) => Thread | undefined): Command => ({
  id,
  isAvailable: (state) => isSignedIn(state) && target(state) !== undefined,
  run: (actions, state) => {
    const thread = target(state)
    if (thread !== undefined) void actions.openThread(thread.id)
  },
})

const going = (id: CommandId, view: RootState['place']['view']): Command =>
  always(id, (actions) => {
    actions.navigate(view)
  })

const onThread = (id: CommandId, run: (actions: Actions, thread: Thread) => void): Command => ({
  id,
  isAvailable: (state) => isSignedIn(state) && currentThread(state) !== undefined,
  run: (actions, state) => {
    const thread = currentThread(state)
    if (thread !== undefined) run(actions, thread)
  },
})

const stopping: Command = {
  ...onThread('stop', (actions, { id }) => {
    actions.stop(id)
  }),
  isAvailable: (state) => currentThread(state)?.run === 'running',
}

/** What can be done with the conversation that is open. */
const threadCommands: readonly Command[] = [
  onThread('rename-thread', (actions, thread) => {
    actions.startRenaming(thread)
  }),
  onThread('pin-thread', (actions, { id, pinned }) => {
    actions.pinThread(id, pinned !== true)
  }),
  onThread('archive-thread', (actions, { id, archived }) => {
    actions.archiveThread(id, archived !== true)
  }),
  onThread('copy-thread', (actions, { id }) => {
    actions.copyThread(id)
  }),
  onThread('export-markdown', (actions, { id }) => {
    actions.exportThread(id, 'markdown')
  }),
  onThread('export-json', (actions, { id }) => {
    actions.exportThread(id, 'json')
  }),
  onThread('delete-thread', (actions, { id }) => {
    actions.deleteThread(id)
  }),
]

/** Everything that can be done by a command, in the order in which the palette lists it. */
export const commands: readonly Command[] = [
  always('palette', (actions, { palette }) => {
    actions.showPalette(!palette)
  }),
  always('new-chat', (actions) => {
    actions.newChat()
  }),
  always('new-window', (actions, { place }) => {
    actions.openWindow(place.threadId ?? null)
  }),
  always('focus-message', (actions) => {
    actions.write()
  }),
  moving('next-approval', waitingThread),
  moving('previous-thread', (state) => neighbour(state, -1)),
  moving('next-thread', (state) => neighbour(state, 1)),
  stopping,
  always('stop-everything', (actions) => {
    actions.stopEverything()
  }),
  always('search-threads', (actions) => {
    actions.focusSearch()
  }),
  ...threadCommands,
  always('import-thread', (actions) => {
    actions.importThread()
  }),
  going('go-chat', 'chat'),
  going('go-prompts', 'prompts'),
  going('go-connections', 'connections'),
  going('go-activity', 'activity'),
  going('go-settings', 'settings'),
  always('go-archive', (actions) => {
    actions.showArchive(true)
  }),
  always('sign-out', (actions) => {
    actions.signOut()
  }),
]
