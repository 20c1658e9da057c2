import { common } from './en/common'
import { settings } from './en/settings'

/** Every sentence of the app in English: the keys that all other languages have to have. */
export const english = { common, settings } as const
/** The words of a language. */
export type English = typeof english
