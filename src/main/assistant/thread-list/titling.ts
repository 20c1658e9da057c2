import type { Owner } from '../../identity/identifier'
import type { AssistantDependencies } from '../dependencies'
import type { Events } from '../events'
import { attempt } from '../saving'
import type { StoredMessage, ThreadStore } from '../thread-store'
import { runKey } from '../thread-view'
import type { Shelf } from './shelf'
import { requestTitle, type Beginning } from './title-request'

/** Titles by the model: asked for once, after the first answer, and given up with the run. */
export type Titling = {
  readonly stop: (owner: Owner, threadId: string) => void
  readonly stopAll: () => void
}

/** What titles need. `show` tells the windows how a thread is called now. */
export type TitlingNeeds = Pick<AssistantDependencies, 'model' | 'clock'> & {
  readonly store: ThreadStore
  readonly shelf: Shelf
  readonly events: Events
  readonly show: (owner: Owner, threadId: string) => void
}

const patienceMs = 20_000

const wordsOf = (message: StoredMessage): string =>
  message.parts.map((part) => (part.kind === 'text' ? part.text : '')).join(' ')

/** What a thread began with, when its first answer has just been given. */
const beginningOf = ({ store }: TitlingNeeds, owner: Owner, threadId: string): Beginning | null => {
  if (store.thread(owner, threadId)?.titled_by !== 'words') return null
  const messages = store.messages(owner, threadId, { before: Number.MAX_SAFE_INTEGER, limit: 4 })
  const [first, ...answers] = messages
  const last = answers.at(-1)
  const isFirst = first?.role === 'user' && answers.every(({ role }) => role === 'assistant')
  if (!isFirst || last?.status !== 'complete') return null
  return { asked: wordsOf(first), answered: answers.map(wordsOf).join('\n') }
}

/** Watches for first answers, from now on. */
export const createTitling = (needs: TitlingNeeds): Titling => {
  const asked = new Set<string>()
  const underWay = new Map<string, AbortController>()
  const ask = async (owner: Owner, threadId: string, beginning: Beginning): Promise<void> => {
    const key = runKey(owner, threadId)
    const controller = new AbortController()
    underWay.set(key, controller)
    const cancel = needs.clock.after(patienceMs, () => {
      controller.abort()
    })
    try {
      const model = await needs.model()
      const title = model.ok ? await requestTitle(model.value, beginning, controller.signal) : null
      if (title === null || controller.signal.aborted) return
      const named = attempt(() => needs.shelf.suggestTitle(owner, threadId, title))
      if (named.ok && named.value) needs.show(owner, threadId)
    } catch {
      // The first words stay: a title is no reason to bother anybody.
    } finally {
      cancel()
      underWay.delete(key)
    }
  }
  const consider = (owner: Owner, threadId: string): void => {
    const key = runKey(owner, threadId)
    if (asked.has(key)) return
    const beginning = attempt(() => beginningOf(needs, owner, threadId))
    if (!beginning.ok || beginning.value === null) return
    asked.add(key)
    void ask(owner, threadId, beginning.value)
  }
  needs.events.listen((owner, events) => {
    for (const event of events) {
      if (event.kind === 'thread' && event.thread.run !== 'running') consider(owner, event.thread.id)
    }
  })
  return {
    stop: (owner, threadId) => {
      underWay.get(runKey(owner, threadId))?.abort()
    },
    stopAll: () => {
      for (const controller of underWay.values()) controller.abort()
    },
  }
}
