import type { Preferences } from '../../contract/settings'
import type { Store } from '../state/store'

// The same name as in the address that main opens the windows with.
const atFirst = (): Preferences['contrast'] =>
  new URLSearchParams(location.search).get('contrast') === 'more' ? 'more' : 'system'

/** Keeps the page's contrast as the person chose it, or else as the system wants it, from before the first paint on. */
export const followContrast = (store: Store): void => {
  const wanted = matchMedia('(prefers-contrast: more)')
  const apply = (): void => {
    const chosen = store.get().app?.preferences.contrast ?? atFirst()
    if (chosen === 'more' || wanted.matches) document.documentElement.dataset['contrast'] = 'more'
    else delete document.documentElement.dataset['contrast']
  }
  apply()
  wanted.addEventListener('change', apply)
  store.subscribe(apply)
}
