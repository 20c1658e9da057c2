import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Bridge } from '../../contract/bridge'
import { createStore } from '../state/store'
import { createActions } from './actions'
import { followContrast } from './contrast'
import { listen } from './listen'
import { AppContext } from './use-app'

/** Starts a window: its state, what it listens to, and what it shows. */
export const start = (bridge: Bridge, window: ReactNode): void => {
  const root = document.getElementById('root')
  if (root === null) throw new Error('The page has no root element')
  const store = createStore()
  followContrast(store)
  const context = { bridge, store, retries: new Map<string, () => void>() }
  const actions = createActions(context)
  listen(context, actions)
  createRoot(root).render(
    <StrictMode>
      <AppContext value={{ store, actions }}>{window}</AppContext>
    </StrictMode>,
  )
}
