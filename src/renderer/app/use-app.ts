import { createContext, useContext, useSyncExternalStore } from 'react'
import type { AppState } from '../../contract/app-state'
import type { RootState } from '../state/root'
import type { Store } from '../state/store'
import type { Actions } from './actions'

/** What every component of a window can reach. */
export type AppValue = { readonly store: Store; readonly actions: Actions }

/** Carries the store and the actions of the window. */
export const AppContext = createContext<AppValue | null>(null)

const useApp = (): AppValue => {
  const value = useContext(AppContext)
  if (value === null) throw new Error('A component of the app was rendered outside AppContext')
  return value
}

/** What this window can do. */
export const useActions = (): Actions => useApp().actions

/** A part of the window's state; `select` has to return the same thing for the same state. */
export const useAppState = <T>(select: (state: RootState) => T): T => {
  const { store } = useApp()
  return useSyncExternalStore(store.subscribe, () => select(store.get()))
}

/** Reads the window's state when something happens, without following it. */
export const useGetState = (): (() => RootState) => useApp().store.get

/** The app's own state, once it is there: only for what is rendered after that. */
export const useLoadedApp = (): AppState => {
  const app = useAppState((state) => state.app)
  if (app === null) throw new Error('A screen was rendered before the state of the app was there')
  return app
}
