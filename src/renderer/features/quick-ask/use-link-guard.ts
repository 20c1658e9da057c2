import { useEffect, useRef } from 'react'
import { pressOn, type LinkGuard } from '../../state/link-guard'

const passes: ReadonlySet<string> = new Set(['Escape', 'Shift', 'Control', 'Alt', 'Meta', 'AltGraph'])

/** Keeps keys from a text that a link has just brought; `cameAt` is null while there is none. */
export const useLinkGuard = (cameAt: number | null): void => {
  const guard = useRef<LinkGuard | 'open'>('open')
  useEffect(() => {
    guard.current = cameAt === null ? 'open' : { since: cameAt }
    if (cameAt === null) return
    const look = (event: KeyboardEvent): void => {
      if (guard.current === 'open' || passes.has(event.key)) return
      guard.current = pressOn(guard.current, { at: Date.now(), repeat: event.repeat })
      if (guard.current === 'open') return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    // Before the field and everything around it.
    addEventListener('keydown', look, { capture: true })
    return () => {
      removeEventListener('keydown', look, { capture: true })
    }
  }, [cameAt])
}
