import type { Action } from './action'
import { initialState, reduce, type RootState } from './root'

/** Holds the window's state; every change goes through the reducers. */
export type Store = {
  readonly get: () => RootState
  readonly dispatch: (action: Action) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** Makes the store of one window. */
export const createStore = (): Store => {
  let state = initialState
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    dispatch: (action) => {
      const next = reduce(state, action)
      if (next === state) return
      state = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
