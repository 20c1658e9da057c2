import { createInstance } from 'i18next'
import { directionOf, languageOf, pseudoLocale, type Language } from '../contract/plain/languages'
import { english } from './english'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words'
    resources: { words: typeof english }
    returnNull: false
    strictKeyChecks: true
  }
}

const namespace = 'words'
// English is what every window starts with; the others are fetched when they are asked for.
const first: Language = 'en'
// It counts as English does.
const pseudoLanguage = 'en-XB'

const instance = createInstance()
void instance.init({
  lng: first,
  fallbackLng: false,
  initAsync: false,
  ns: [namespace],
  defaultNS: namespace,
  resources: { [first]: { words: english } },
  // React and the pages that main makes escape by themselves.
  interpolation: { escapeValue: false },
})

let locale: string = first

const isLocale = (text: string): boolean => {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}

const load = async (): Promise<string> => {
  if (locale === pseudoLocale) {
    const { pseudoWords } = await import('./pseudo')
    if (!instance.hasResourceBundle(pseudoLanguage, namespace)) {
      instance.addResourceBundle(pseudoLanguage, namespace, pseudoWords(english))
    }
    return pseudoLanguage
  }
  if (languageOf(locale) === 'de' && !instance.hasResourceBundle('de', namespace)) {
    instance.addResourceBundle('de', namespace, (await import('./german')).german)
  }
  return locale
}

/**
 * Changes the locale of every word, number and date from now on. What is none, or in a language that the app does
 * not have, is as good as English. Resolves when its words are there.
 */
export const setLocale = async (wanted: string): Promise<void> => {
  const known = wanted === pseudoLocale || (isLocale(wanted) && languageOf(wanted) !== undefined)
  locale = known ? wanted : first
  await instance.changeLanguage(await load())
}

/** The locale that words, numbers and dates follow: a language, perhaps with a region ("de-AT"). */
export const currentLocale = (): string => locale

/** What a page in the current language says of itself: `<html lang dir>`. */
export const pageLanguage = (): { readonly lang: Language; readonly dir: 'ltr' | 'rtl' } => ({
  lang: languageOf(locale) ?? first,
  dir: directionOf(locale),
})

/**
 * A sentence in the current language: `t('common.items', { count: 3 })`. Keys and what they need are types.
 * Call it while rendering, never at the top of a module: the language can change.
 */
export const t = instance.t
