import { app } from 'electron'
import { pseudoLocale, type LanguageChoice } from '../../contract/plain/languages'
import { chooseLocale, type SystemLocales } from './choose-locale'
import { environment } from './environment'

/** The locale of the app: what the person chose, or else what the system is set to. */
export type AppLocale = {
  readonly current: () => string
  readonly choose: (choice: LanguageChoice) => void
}

// Chromium takes languages from this switch, on every system.
const askedFor = (): readonly string[] => [app.commandLine.getSwitchValue('lang')].filter((name) => name !== '')

const systemLocales = (): SystemLocales => ({
  preferred: [...askedFor(), ...app.getPreferredSystemLanguages()],
  regional: app.getSystemLocale(),
  // For tests only: nobody speaks it.
  pseudo: environment['ONBEHALF_LOCALE'] === pseudoLocale,
})

/** Finds out the app's locale. Must run once the app is ready, and before the first window. */
export const openLocale = (choice: LanguageChoice): AppLocale => {
  const system = systemLocales()
  let current = chooseLocale(choice, system)
  return {
    current: () => current,
    choose: (chosen) => {
      current = chooseLocale(chosen, system)
    },
  }
}
