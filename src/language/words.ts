import { createInstance } from 'i18next'
import type { Language } from '../contract/plain/languages'
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

const instance = createInstance()
void instance.init({
  lng: 'en',
  fallbackLng: false,
  initAsync: false,
  ns: [namespace],
  defaultNS: namespace,
  resources: { en: { words: english } },
  // React and the pages that main makes escape by themselves.
  interpolation: { escapeValue: false },
})

// English is what every window starts with; the others are fetched when they are asked for.
const load = async (language: Language): Promise<object> =>
  language === 'de' ? (await import('./german')).german : english

/** Changes the language of every word from now on. */
export const setLanguage = async (language: Language): Promise<void> => {
  if (!instance.hasResourceBundle(language, namespace)) {
    instance.addResourceBundle(language, namespace, await load(language))
  }
  await instance.changeLanguage(language)
}

/**
 * A sentence in the current language: `t('common.items', { count: 3 })`. Keys and what they need are types.
 * Call it while rendering, never at the top of a module: the language can change.
 */
export const t = instance.t
