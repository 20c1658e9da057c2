import type { Failure } from '../../contract/failure'
import type { Owner } from '../identity/identifier'
import type { Session } from '../identity/session'
import type { CallRecord } from './call-record'
import { isSettled } from './call-states'
import { runOnce, type RunNeeds } from './run'
import { attempt } from './saving'
import type { StoredMessage } from './thread-store'
import { runKey } from './thread-view'
import { openTurn, type Turn, type TurnNeeds } from './turn'

/** Runs of all threads: one at a time for each. */
export type Runs = {
  /** Lets the model speak in a thread; during a run, once more when it is through. */
  readonly start: (owner: Owner, threadId: string) => void
  /** Lets the model speak again in place of a message that failed. */
  readonly again: (owner: Owner, message: StoredMessage) => void
  /** Goes on when the last open call of a message is through. */
  readonly afterSettled: (owner: Owner, call: CallRecord) => void
  /** Goes on when reading back cleared up what nobody has spoken about since. */
  readonly afterReadBack: (owner: Owner, call: CallRecord) => void
  /** The person did something: what was stopped may go on. */
  readonly personActed: (owner: Owner, threadId: string) => void
  readonly stop: (owner: Owner, threadId: string) => void
  readonly stopAll: () => void
}

/** What runs need. `running` is shared with the view of threads. */
export type RunsNeeds = RunNeeds & TurnNeeds & { readonly running: Set<string> }

type Place = { readonly owner: Owner; readonly threadId: string; readonly replaces?: StoredMessage }

type Active = { readonly controller: AbortController; turn: Turn | undefined; again: boolean }

// A model that makes nothing but calls that are refused is heard out this often without a person.
const mostRefusedInARow = 3

const streamingMessage = (needs: RunsNeeds, { owner, threadId, replaces }: Place): StoredMessage => {
  if (replaces !== undefined) {
    const fresh: StoredMessage = { ...replaces, parts: [], status: 'streaming' }
    needs.store.saveMessage(owner, fresh)
    return fresh
  }
  return needs.store.addMessage(owner, {
    id: needs.newId(),
    thread_id: threadId,
    role: 'assistant',
    parts: [],
    status: 'streaming',
    created_at: needs.clock.now(),
  })
}

const openMessage = (needs: RunsNeeds, place: Place): Turn => {
  const message = streamingMessage(needs, place)
  needs.store.touchThread(place.owner, place.threadId, needs.clock.now())
  needs.events.emit(place.owner, [{ kind: 'message', message: needs.view.message(place.owner, message) }])
  return openTurn(needs, place.owner, message)
}

const failTurn = (turn: Turn, problem: Failure): 'ended' => {
  turn.fail(problem)
  turn.close('failed')
  return 'ended'
}

/** Makes the runs. */
export const createRuns = (needs: RunsNeeds): Runs => {
  const active = new Map<string, Active>()
  const halted = new Set<string>()
  const refused = new Map<string, number>()

  const show = (owner: Owner, threadId: string): void => {
    const thread = attempt(() => needs.view.thread(owner, threadId))
    if (thread.ok && thread.value !== undefined) needs.events.emit(owner, [{ kind: 'thread', thread: thread.value }])
  }

  const speak = async (place: Place, run: Active): Promise<'ended' | 'refused'> => {
    if (needs.store.thread(place.owner, place.threadId) === undefined) return 'ended'
    run.turn = openMessage(needs, place)
    const session = await needs.calls.sessionOf(place.owner)
    if (!session.ok) return failTurn(run.turn, session.failure)
    const value: Session = session.value
    return runOnce(needs, { session: value, turn: run.turn, signal: run.controller.signal })
  }

  const goesOn = (key: string, run: Active, end: 'ended' | 'refused'): boolean => {
    if (run.controller.signal.aborted || halted.has(key)) return false
    if (run.again) return true
    const count = end === 'refused' ? (refused.get(key) ?? 0) + 1 : 0
    refused.set(key, count)
    return end === 'refused' && count <= mostRefusedInARow
  }

  const launch = (place: Place): void => {
    const { owner, threadId } = place
    const key = runKey(owner, threadId)
    const run: Active = { controller: new AbortController(), turn: undefined, again: false }
    active.set(key, run)
    needs.running.add(key)
    show(owner, threadId)
    const finish = (end: 'ended' | 'refused'): void => {
      run.turn?.close('failed')
      // Stopped, and already somebody else's place.
      if (active.get(key) !== run) return
      active.delete(key)
      needs.running.delete(key)
      if (goesOn(key, run, end)) launch({ owner, threadId })
      else show(owner, threadId)
    }
    speak(place, run)
      .then(finish)
      .catch((error: unknown) => {
        needs.log.error('run', error)
        finish('ended')
      })
  }

  const start: Runs['start'] = (owner, threadId) => {
    const run = active.get(runKey(owner, threadId))
    if (run === undefined) launch({ owner, threadId })
    else run.again = true
  }

  const personActed: Runs['personActed'] = (owner, threadId) => {
    halted.delete(runKey(owner, threadId))
    refused.delete(runKey(owner, threadId))
  }

  const halt = (key: string): void => {
    const run = active.get(key)
    active.delete(key)
    needs.running.delete(key)
    run?.controller.abort()
    // At once, not when the model notices: on quit there is no later.
    run?.turn?.close('stopped')
  }

  return {
    start,
    again: (owner, message) => {
      const run = active.get(runKey(owner, message.thread_id))
      if (run === undefined) launch({ owner, threadId: message.thread_id, replaces: message })
      else run.again = true
    },
    afterSettled: (owner, call) => {
      const { thread_id, message_id } = call
      if (needs.store.thread(owner, thread_id) === undefined) return
      const calls = needs.journal.ofMessages(owner, thread_id, [message_id])
      if (calls.every(isSettled) && !halted.has(runKey(owner, thread_id))) start(owner, thread_id)
      else show(owner, thread_id)
    },
    afterReadBack: (owner, call) => {
      const last = needs.store.messages(owner, call.thread_id, { before: Number.MAX_SAFE_INTEGER, limit: 1 })[0]
      const calls = needs.journal.ofMessages(owner, call.thread_id, [call.message_id])
      if (call.state !== 'unknown' && last?.id === call.message_id && calls.every(isSettled)) {
        personActed(owner, call.thread_id)
        start(owner, call.thread_id)
      }
    },
    personActed,
    stop: (owner, threadId) => {
      const key = runKey(owner, threadId)
      halted.add(key)
      halt(key)
      show(owner, threadId)
    },
    stopAll: () => {
      for (const key of [...active.keys()]) {
        halted.add(key)
        halt(key)
      }
    },
  }
}
