import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import type { Owner } from '../identity/identifier'
import type { Clock } from '../platform/clock'
import type { Database } from '../platform/database'
import { failure } from '../platform/failures'
import type { CallRecord } from './call-record'
import type { Calls } from './calls'
import type { Events } from './events'
import type { Journal, NewCall } from './journal'
import { attempt } from './saving'
import type { StoredMessage, StoredPart, ThreadStore } from './thread-store'
import type { ThreadView } from './thread-view'

/** The assistant's message while it is being said: shown as it comes, saved at least every second. */
export type Turn = {
  readonly message: StoredMessage
  readonly say: (kind: 'text' | 'reasoning', text: string) => void
  /** Journals a call and puts it into the message, both or neither. */
  readonly addCall: (call: Omit<NewCall, 'thread_id' | 'message_id'>) => Result<CallRecord, Failure>
  /** Shows and saves what was said so far: whoever reads the thread now gets all of it, and later none of it again. */
  readonly catchUp: () => void
  readonly fail: (problem: Failure) => void
  /** Ends the message. The first end counts. */
  readonly close: (status: 'complete' | 'stopped' | 'failed') => void
  readonly isEmpty: () => boolean
}

/** What a turn needs. */
export type TurnNeeds = {
  readonly database: Database
  readonly store: ThreadStore
  readonly journal: Journal
  readonly view: ThreadView
  readonly calls: Calls
  readonly events: Events
  readonly clock: Clock
}

const showEveryMs = 33
const saveEveryMs = 1000

type Delta = { readonly index: number; readonly part: 'text' | 'reasoning'; text: string }

/** Collects streamed text and shows it in batches. */
const createBatch = (clock: Clock, show: (delta: Delta) => void) => {
  let waiting: Delta | undefined
  let cancel: (() => void) | undefined
  const flush = (): void => {
    cancel?.()
    cancel = undefined
    const ready = waiting
    waiting = undefined
    if (ready !== undefined) show(ready)
  }
  return {
    flush,
    add: (index: number, part: Delta['part'], text: string): void => {
      if (waiting !== undefined && waiting.index !== index) flush()
      waiting = { index, part, text: (waiting?.text ?? '') + text }
      cancel ??= clock.after(showEveryMs, flush)
    },
  }
}

/** Saves now and then while something changes; `lost` says whether the last try failed. */
const createSaver = (clock: Clock, save: () => Result<unknown, Failure>) => {
  let cancel: (() => void) | undefined
  let lost = false
  const now = (): void => {
    cancel?.()
    cancel = undefined
    lost = !save().ok
  }
  return {
    now,
    soon: (): void => {
      cancel ??= clock.after(saveEveryMs, now)
    },
    lost: (): boolean => lost,
  }
}

const append = (parts: StoredPart[], kind: Delta['part'], text: string): void => {
  const last = parts.at(-1)
  if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text }
  else parts.push({ kind, text })
}

const isOnPath = (store: ThreadStore, owner: Owner, { id }: StoredMessage): boolean =>
  store.message(owner, id)?.active === 1

const showMessage = ({ store, view, events }: TurnNeeds, owner: Owner, message: StoredMessage): void => {
  const shown = attempt(() => (isOnPath(store, owner, message) ? view.message(owner, message) : undefined))
  if (shown.ok && shown.value !== undefined) events.emit(owner, [{ kind: 'message', message: shown.value }])
}

/** Opens the turn of a message that is already stored as streaming. */
export const openTurn = (needs: TurnNeeds, owner: Owner, message: StoredMessage): Turn => {
  const { store, events } = needs
  const threadId = message.thread_id
  const parts: StoredPart[] = [...message.parts]
  let status: StoredMessage['status'] = 'streaming'
  const current = (): StoredMessage => ({ ...message, parts, status })
  const saver = createSaver(needs.clock, () =>
    attempt(() => {
      store.saveMessage(owner, { id: message.id, parts, status })
    }),
  )
  const batch = createBatch(needs.clock, (delta) => {
    events.emit(owner, [{ kind: 'delta', threadId, messageId: message.id, ...delta }])
  })
  const showWhole = (): void => {
    batch.flush()
    showMessage(needs, owner, current())
  }
  return {
    message,
    isEmpty: () => parts.length === 0,
    say: (kind, text) => {
      if (status !== 'streaming' || text === '') return
      append(parts, kind, text)
      batch.add(parts.length - 1, kind, text)
      saver.soon()
    },
    addCall: (call) => {
      batch.flush()
      const added = attempt(() =>
        needs.database.transaction(() => {
          // The person went another way meanwhile: nothing waits on a path that was left.
          if (!isOnPath(store, owner, message)) return undefined
          const record = needs.journal.add(owner, { ...call, thread_id: threadId, message_id: message.id })
          store.saveMessage(owner, { id: message.id, parts: [...parts, { kind: 'tool-call', id: call.id }], status })
          return record
        }),
      )
      if (!added.ok) return added
      if (added.value === undefined) return err(failure('approval-gone'))
      parts.push({ kind: 'tool-call', id: call.id })
      needs.calls.publish(owner, added.value)
      return ok(added.value)
    },
    catchUp: () => {
      batch.flush()
      saver.now()
    },
    fail: (problem) => {
      if (status !== 'streaming') return
      parts.push({ kind: 'failure', failure: problem })
    },
    close: (ended) => {
      if (status !== 'streaming') return
      status = ended
      saver.now()
      if (saver.lost()) parts.push({ kind: 'failure', failure: failure('not-saved') })
      showWhole()
    },
  }
}
