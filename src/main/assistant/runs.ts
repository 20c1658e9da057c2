import type { Failure } from '../../contract/failure'
import type { Owner } from '../identity/identifier'
import { failure } from '../platform/failures'
import type { CallRecord } from './call-record'
import { isSettled } from './call-states'
import { runOnce, type RunEnd, type RunNeeds } from './run'
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
  /** Tells the windows what a thread does now, where nothing goes on by itself. */
  readonly show: (owner: Owner, threadId: string) => void
  /** The person did something: what was stopped may go on. */
  readonly personActed: (owner: Owner, threadId: string) => void
  /** Shows and saves what a run in this thread has said so far. */
  readonly catchUp: (owner: Owner, threadId: string) => void
  readonly stop: (owner: Owner, threadId: string) => void
  /** Whether the person stopped the thread: nothing goes on by itself until they act again. */
  readonly isHalted: (owner: Owner, threadId: string) => boolean
  /** Halts every run of a person, and whatever goes on in these threads; the threads that had a run. */
  readonly haltAll: (owner: Owner, threadIds: readonly string[]) => readonly string[]
  readonly stopAll: () => void
}

/** What runs need. `running` is shared with the view of threads. */
export type RunsNeeds = RunNeeds &
  TurnNeeds & {
    readonly running: Set<string>
    /** Told of a thread in which nothing runs or waits any more. */
    readonly rested: (owner: Owner, threadId: string) => void
    /** Told of a thread that the person stopped. */
    readonly stopped: (owner: Owner, threadId: string) => void
  }

type Place = { readonly owner: Owner; readonly threadId: string; readonly replaces?: StoredMessage }

type Active = { readonly controller: AbortController; turn: Turn | undefined; again: boolean }

/** What is known of threads in this process only. */
type Bench = {
  readonly active: Map<string, Active>
  /** Stopped by the person: nothing goes on by itself until they act again. */
  readonly halted: Set<string>
  readonly refused: Map<string, number>
}

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

const show = (needs: RunsNeeds, owner: Owner, threadId: string): void => {
  const thread = attempt(() => needs.view.thread(owner, threadId))
  if (!thread.ok || thread.value === undefined) return
  needs.events.emit(owner, [{ kind: 'thread', thread: thread.value }])
  if (thread.value.run === 'idle') needs.rested(owner, threadId)
}

const speak = async (needs: RunsNeeds, place: Place, run: Active): Promise<RunEnd> => {
  if (needs.store.thread(place.owner, place.threadId) === undefined) return 'ended'
  const turn = openMessage(needs, place)
  run.turn = turn
  const session = await needs.calls.sessionOf(place.owner)
  if (!session.ok) return failTurn(turn, session.failure)
  return runOnce(needs, { session: session.value, turn, signal: run.controller.signal })
}

const goesOn = (
  { halted, refused }: Bench,
  key: string,
  { run, end }: { readonly run: Active; readonly end: RunEnd },
): boolean => {
  if (run.controller.signal.aborted || halted.has(key)) return false
  if (run.again) return true
  const count = end === 'refused' ? (refused.get(key) ?? 0) + 1 : 0
  refused.set(key, count)
  return end === 'refused' && count <= mostRefusedInARow
}

const launcher = (needs: RunsNeeds, bench: Bench): ((place: Place) => void) => {
  const launch = (place: Place): void => {
    const { owner, threadId } = place
    const key = runKey(owner, threadId)
    const run: Active = { controller: new AbortController(), turn: undefined, again: false }
    bench.active.set(key, run)
    needs.running.add(key)
    show(needs, owner, threadId)
    const finish = (end: RunEnd): void => {
      run.turn?.close('failed')
      // Stopped, and already somebody else's place.
      if (bench.active.get(key) !== run) return
      bench.active.delete(key)
      needs.running.delete(key)
      if (goesOn(bench, key, { run, end })) launch({ owner, threadId })
      else show(needs, owner, threadId)
    }
    speak(needs, place, run)
      .then(finish)
      .catch((error: unknown) => {
        needs.log.error('run', error)
        run.turn?.fail(failure('internal', { action: { kind: 'retry' } }))
        finish('ended')
      })
  }
  return launch
}

const halt = ({ running }: RunsNeeds, { active, halted }: Bench, key: string): void => {
  const run = active.get(key)
  halted.add(key)
  active.delete(key)
  running.delete(key)
  run?.controller.abort()
  // At once, not when the model notices: on quit there is no later.
  run?.turn?.close('stopped')
}

const haltAllWith =
  (needs: RunsNeeds, bench: Bench): Runs['haltAll'] =>
  (owner, threadIds) => {
    const prefix = runKey(owner, '')
    const active = [...bench.active.keys()].filter((key) => key.startsWith(prefix))
    const own = active.map((key) => key.slice(prefix.length))
    for (const threadId of new Set([...own, ...threadIds])) {
      halt(needs, bench, runKey(owner, threadId))
      needs.stopped(owner, threadId)
      show(needs, owner, threadId)
    }
    return own
  }

const isLastMessage = ({ store }: RunsNeeds, owner: Owner, call: CallRecord): boolean =>
  store.messages(owner, call.thread_id, { before: Number.MAX_SAFE_INTEGER, limit: 1 })[0]?.id === call.message_id

// What becomes of a call on a path that was left is noted there; nobody goes on from it.
const isOnPath = ({ store }: RunsNeeds, owner: Owner, call: CallRecord): boolean =>
  store.message(owner, call.message_id)?.active === 1

const allSettled = ({ journal }: RunsNeeds, owner: Owner, call: CallRecord): boolean =>
  journal.ofMessages(owner, call.thread_id, [call.message_id]).every(isSettled)

/** Makes the runs. */
export const createRuns = (needs: RunsNeeds): Runs => {
  const bench: Bench = { active: new Map(), halted: new Set(), refused: new Map() }
  const launch = launcher(needs, bench)
  const begin = (place: Place): void => {
    const run = bench.active.get(runKey(place.owner, place.threadId))
    if (run === undefined) launch(place)
    else run.again = true
  }
  const personActed: Runs['personActed'] = (owner, threadId) => {
    bench.halted.delete(runKey(owner, threadId))
    bench.refused.delete(runKey(owner, threadId))
  }
  return {
    personActed,
    show: (owner, threadId) => {
      show(needs, owner, threadId)
    },
    start: (owner, threadId) => {
      begin({ owner, threadId })
    },
    again: (owner, message) => {
      begin({ owner, threadId: message.thread_id, replaces: message })
    },
    afterSettled: (owner, call) => {
      const threadId = call.thread_id
      if (needs.store.thread(owner, threadId) === undefined) return
      if (!isOnPath(needs, owner, call)) return
      // What a person took back by themselves is no answer that the model waits for.
      const mayGoOn =
        call.undoes === null && !bench.halted.has(runKey(owner, threadId)) && allSettled(needs, owner, call)
      if (mayGoOn) begin({ owner, threadId })
      else show(needs, owner, threadId)
    },
    afterReadBack: (owner, call) => {
      if (call.undoes !== null) return
      if (call.state === 'unknown' || !isLastMessage(needs, owner, call) || !allSettled(needs, owner, call)) return
      personActed(owner, call.thread_id)
      begin({ owner, threadId: call.thread_id })
    },
    catchUp: (owner, threadId) => {
      bench.active.get(runKey(owner, threadId))?.turn?.catchUp()
    },
    stop: (owner, threadId) => {
      halt(needs, bench, runKey(owner, threadId))
      needs.stopped(owner, threadId)
      show(needs, owner, threadId)
    },
    isHalted: (owner, threadId) => bench.halted.has(runKey(owner, threadId)),
    haltAll: haltAllWith(needs, bench),
    stopAll: () => {
      for (const key of [...bench.active.keys()]) halt(needs, bench, key)
    },
  }
}
