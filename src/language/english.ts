import { common } from './en/common'

/** Every sentence of the app in English: the keys that all other languages have to have. */
export const english = { common } as const
/** The words of a language. */
export type English = typeof english
