import { useSyncExternalStore } from 'react'

const subscribe = (onChange: () => void): (() => void) => {
  addEventListener('online', onChange)
  addEventListener('offline', onChange)
  return () => {
    removeEventListener('online', onChange)
    removeEventListener('offline', onChange)
  }
}

/** Whether this computer has a network, as the system says: nobody is asked for it. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine)
