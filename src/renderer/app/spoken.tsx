import { createContext, useContext, useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { currentLocale, pageLanguage, setLocale } from '../../language/words'
import { useAppState } from './use-app'

/** Tells the page, and whatever reads it out, which language it is in and which way it is read. */
export const markPage = (): void => {
  Object.assign(document.documentElement, pageLanguage())
}

const LocaleContext = createContext('')

/**
 * The locale that the window is in. A component that is kept from rendering again (`memo`) has to call this
 * where it says words; all others follow by themselves.
 */
export const useLocale = (): string => useContext(LocaleContext)

/**
 * Renders a window again, in place, whenever the language of the app has changed: nothing that was typed, opened
 * or focused gets lost.
 */
export const Spoken = ({ window: Window }: { readonly window: ComponentType }): ReactNode => {
  const wanted = useAppState((state) => state.app?.locale)
  const [locale, setSpoken] = useState(currentLocale)
  useEffect(() => {
    if (wanted === undefined || wanted === currentLocale()) return
    void setLocale(wanted).then(() => {
      markPage()
      setSpoken(wanted)
    })
  }, [wanted])
  return (
    <LocaleContext value={locale}>
      <Window />
    </LocaleContext>
  )
}
