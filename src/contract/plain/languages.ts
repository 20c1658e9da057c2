/** The languages that every sentence is there in. */
export const languages = ['en', 'de'] as const
/** A language of the app. */
export type Language = (typeof languages)[number]
/** What a person may choose. */
export type LanguageChoice = 'system' | Language

/** A locale that nobody speaks: English with accents, longer, from right to left. It shows what was not translated. */
export const pseudoLocale = 'ar-XB'

/** The language that a locale ("de-AT") is spoken in, if the app has it. */
export const languageOf = (locale: string): Language | undefined => {
  const [primary] = locale.toLowerCase().split(/[-_]/)
  return languages.find((language) => language === primary)
}

/** Which way a locale is read. */
export const directionOf = (locale: string): 'ltr' | 'rtl' => (locale === pseudoLocale ? 'rtl' : 'ltr')
