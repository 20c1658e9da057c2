import { useEffect, type RefObject } from 'react'
import { useActions } from '../../app/use-app'

/** Makes the window as high as what it shows. */
export const useFittingHeight = (content: RefObject<HTMLElement | null>): void => {
  const actions = useActions()
  useEffect(() => {
    const element = content.current
    if (element === null) return
    const observer = new ResizeObserver(() => {
      actions.resizeQuickAsk(element.getBoundingClientRect().height)
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [actions, content])
}
