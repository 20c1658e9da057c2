import { useEffect, useState, type ReactNode } from 'react'
import { formatDuration } from '../../language/formats'

const tickMs = 1000
// What is over sooner needs no clock.
const shownAfterMs = 2000

type ElapsedProps = { readonly since: number; readonly children?: ReactNode }

/** How long something has been under way since a time, and what else is to be said of it then. Nothing at first. */
export const Elapsed = ({ since, children }: ElapsedProps): ReactNode => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now())
    }, tickMs)
    return () => {
      clearInterval(timer)
    }
  }, [])
  const passed = now - since
  if (passed < shownAfterMs) return null
  return (
    children ?? (
      <span role="timer" className="text-faint">
        {formatDuration(Math.floor(passed / tickMs) * tickMs)}
      </span>
    )
  )
}
