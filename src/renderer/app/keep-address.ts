import type { Store } from '../state/store'

/**
 * Keeps the thread that is in sight in the window's address, where main looks for it: who sees a thread is not told
 * what happens in it.
 */
export const keepAddress = (store: Store): void => {
  let kept: string | undefined | null = null
  store.subscribe(() => {
    const { view, threadId } = store.get().place
    const shown = view === 'chat' ? threadId : undefined
    if (shown === kept) return
    kept = shown
    const address = new URL(location.href)
    address.hash = shown === undefined ? '' : new URLSearchParams({ thread: shown }).toString()
    if (address.href !== location.href) history.replaceState(null, '', address)
  })
}
