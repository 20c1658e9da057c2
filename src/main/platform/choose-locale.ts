import { languageOf, pseudoLocale, type Language, type LanguageChoice } from '../../contract/plain/languages'

/** What the system says about languages. */
export type SystemLocales = {
  /** The languages that the person prefers, the best one first. */
  readonly preferred: readonly string[]
  /** What dates and numbers follow elsewhere on this system. */
  readonly regional: string
  /** Whether the pseudo-locale was asked for. */
  readonly pseudo: boolean
}

const tag = (name: string): string => {
  try {
    // Linux says "de_AT.UTF-8" here and there.
    return Intl.getCanonicalLocales((name.split('.')[0] ?? '').replaceAll('_', '-'))[0] ?? 'en'
  } catch {
    return 'en'
  }
}

const fallback: Language = 'en'

/**
 * The locale that the app speaks: the language that was chosen, or the first preferred one that the app has.
 * The region comes from the system where it is one of that language.
 */
export const chooseLocale = (choice: LanguageChoice, { preferred, regional, pseudo }: SystemLocales): string => {
  if (pseudo) return pseudoLocale
  const wanted = preferred.find((name) => languageOf(name) !== undefined)
  const language = choice === 'system' ? (languageOf(wanted ?? fallback) ?? fallback) : choice
  const known = [regional, ...preferred].map(tag)
  return known.find((name) => languageOf(name) === language && name.includes('-')) ?? language
}
