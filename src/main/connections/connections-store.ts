import type { ConnectionsState } from '../../contract/connections'
import type { Failure } from '../../contract/failure'
import type { AccountRecord, ConnectionRecord } from '../scalekit/port'
import { connectionRows } from './connection-rows'
import { connectionTitle } from './provider-names'

/** The connections list as last known, and who is told when it changes. */
export type ConnectionsStore = {
  readonly state: () => ConnectionsState
  readonly onChange: (listener: (state: ConnectionsState) => void) => () => void
  readonly record: (name: string) => ConnectionRecord | undefined
  /** A connection as people know it; its own name where it isn't known. */
  readonly title: (name: string) => string
  readonly setLoading: () => void
  readonly setLoaded: (records: readonly ConnectionRecord[], accounts: readonly AccountRecord[]) => void
  readonly setFailed: (failure: Failure) => void
  readonly setConnecting: (name: string, connecting: boolean) => void
  /** Sets or takes away what went wrong on a row. */
  readonly setFailure: (name: string, failure: Failure | undefined) => void
  readonly note: (name: string, status: 'expired' | 'disconnected' | undefined) => void
  readonly clear: () => void
}

type Known = {
  readonly kind: ConnectionsState['kind']
  readonly records: readonly ConnectionRecord[]
  readonly accounts: readonly AccountRecord[]
  readonly failure: Failure | undefined
}

const nothingKnown: Known = { kind: 'loading', records: [], accounts: [], failure: undefined }

const recordIn = ({ records }: Known, name: string): ConnectionRecord | undefined =>
  records.find((record) => record.name === name)

const titleIn = (known: Known, name: string): string => {
  const record = recordIn(known, name)
  return record === undefined ? name : connectionTitle(record, known.records)
}

const emptyNotes = () => ({
  connecting: new Set<string>(),
  failures: new Map<string, Failure>(),
  found: new Map<string, 'expired' | 'disconnected'>(),
})

/** Makes an empty store. */
export const createConnectionsStore = (): ConnectionsStore => {
  const listeners = new Set<(state: ConnectionsState) => void>()
  const notes = emptyNotes()
  let known = nothingKnown

  const state = (): ConnectionsState => ({
    kind: known.kind,
    connections: connectionRows(known.records, known.accounts, notes),
    ...(known.failure === undefined ? {} : { failure: known.failure }),
  })
  const changed = (change: () => void): void => {
    change()
    const now = state()
    for (const listener of [...listeners]) listener(now)
  }
  const setOrDelete = <T>(map: Map<string, T>, name: string, value: T | undefined): void => {
    changed(() => {
      if (value === undefined) map.delete(name)
      else map.set(name, value)
    })
  }

  return {
    state,
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    record: (name) => recordIn(known, name),
    title: (name) => titleIn(known, name),
    setLoading: () => {
      changed(() => (known = { ...known, kind: 'loading', failure: undefined }))
    },
    setLoaded: (records, accounts) => {
      changed(() => (known = { kind: 'ready', records, accounts, failure: undefined }))
    },
    setFailed: (failure) => {
      changed(() => (known = { ...known, kind: 'failed', failure }))
    },
    setConnecting: (name, connecting) => {
      if (connecting === notes.connecting.has(name)) return
      changed(() => (connecting ? notes.connecting.add(name) : notes.connecting.delete(name)))
    },
    setFailure: (name, failure) => {
      setOrDelete(notes.failures, name, failure)
    },
    note: (name, status) => {
      setOrDelete(notes.found, name, status)
    },
    clear: () => {
      changed(() => {
        known = nothingKnown
        notes.connecting.clear()
        notes.failures.clear()
        notes.found.clear()
      })
    },
  }
}
