import type { Owner } from '../../identity/identifier'
import type { Assistant } from '../assistant'
import type { AssistantDependencies } from '../dependencies'
import type { Events } from '../events'
import type { Runs } from '../runs'
import { attempt } from '../saving'
import type { StoredMessage, ThreadStore } from '../thread-store'
import { runKey } from '../thread-view'
import { requestTitle, type Beginning } from './title-request'

/** Titles by the model: asked for once, after the first answer. */
type Titling = {
  readonly stop: (owner: Owner, threadId: string) => void
  readonly stopAll: () => void
}

/** What titles need. */
export type TitlingNeeds = Pick<AssistantDependencies, 'model' | 'clock'> & {
  readonly store: ThreadStore
  readonly events: Events
  readonly runs: Pick<Runs, 'show'>
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
const createTitling = (needs: TitlingNeeds): Titling => {
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
      const named = attempt(() => needs.store.suggestTitle(owner, threadId, title))
      if (named.ok && named.value) needs.runs.show(owner, threadId)
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

/** What a person stops runs with. */
type Stopping = Pick<Assistant, 'stop' | 'stopEverything' | 'deleteThread' | 'stopAll'>

/**
 * Lets the model name threads after their first answer. A title that is being thought of goes with the run: stopping
 * means that nothing is asked of the model any more.
 */
export const withTitles = <Given extends Stopping>(needs: TitlingNeeds, given: Given): Given => {
  const titling = createTitling(needs)
  const stopping: Stopping = {
    stop: (session, threadId) => {
      titling.stop(session.owner, threadId)
      return given.stop(session, threadId)
    },
    deleteThread: (session, threadId) => {
      titling.stop(session.owner, threadId)
      return given.deleteThread(session, threadId)
    },
    stopEverything: (session) => {
      titling.stopAll()
      return given.stopEverything(session)
    },
    stopAll: () => {
      titling.stopAll()
      given.stopAll()
    },
  }
  return { ...given, ...stopping }
}
