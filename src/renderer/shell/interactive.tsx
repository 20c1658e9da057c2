import { useEffect, type ReactNode } from 'react'

/** Marks the moment at which the window can be used: the first paint after this was rendered. */
export const Interactive = (): ReactNode => {
  useEffect(() => {
    if (performance.getEntriesByName('interactive').length > 0) return
    const frame = requestAnimationFrame(() => {
      setTimeout(() => {
        performance.mark('interactive')
      })
    })
    return () => {
      cancelAnimationFrame(frame)
    }
  }, [])
  return null
}
