/** The languages that every sentence is there in. */
export const languages = ['en', 'de'] as const
/** A language of the app. */
export type Language = (typeof languages)[number]
