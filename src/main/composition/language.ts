import type { LanguageChoice } from '../../contract/plain/languages'
import type { Foundation } from './foundation'

/** The language of the app, which a person can change while it runs. */
export type AppLanguage = {
  readonly set: (choice: LanguageChoice) => void
  /** Hears the locale now and whenever it changes. */
  readonly follow: (listener: (locale: string) => void) => void
}

/** Keeps the windows and whoever follows on the language that the settings say. */
export const keepLanguage = ({
  windows,
  locale,
  state,
  settings,
}: Pick<Foundation, 'windows' | 'locale' | 'state' | 'settings'>): AppLanguage => {
  const listeners = new Set<(locale: string) => void>()
  const set = (choice: LanguageChoice): void => {
    const before = locale.current()
    windows.setLanguage(choice)
    if (locale.current() === before) return
    state.setLocale(locale.current())
    for (const listener of listeners) listener(locale.current())
  }
  // What the first window was opened with was only remembered beside the settings.
  set(settings.read().preferences.language)
  return {
    set,
    follow: (listener) => {
      listeners.add(listener)
      listener(locale.current())
    },
  }
}
