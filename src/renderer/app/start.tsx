import { StrictMode, type ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import type { Bridge } from '../../contract/bridge'
import { setLocale } from '../../language/words'
import { createStore } from '../state/store'
import { createActions } from './actions'
import { followContrast } from './contrast'
import { keepAddress } from './keep-address'
import { listen } from './listen'
import { markPage, Spoken } from './spoken'
import { AppContext } from './use-app'

/** Starts a window: its language, its state, what it listens to, and what it shows. */
export const start = async (bridge: Bridge, window: ComponentType): Promise<void> => {
  const root = document.getElementById('root')
  if (root === null) throw new Error('The page has no root element')
  const store = createStore()
  followContrast(store)
  const context = { bridge, store, retries: new Map<string, () => void>() }
  const actions = createActions(context)
  listen(context, actions, location.hash)
  keepAddress(store)
  // Main opens each page with the language of its first words.
  await setLocale(new URLSearchParams(location.search).get('locale') ?? '')
  markPage()
  createRoot(root).render(
    <StrictMode>
      <AppContext value={{ store, actions }}>
        <Spoken window={window} />
      </AppContext>
    </StrictMode>,
  )
}
