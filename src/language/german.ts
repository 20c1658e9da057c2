import { common } from './de/common'
import { settings } from './de/settings'
import type { English } from './english'
import type { Translated } from './translated'

/** Every sentence of the app in German. */
export const german: Translated<English> = { common, settings }
