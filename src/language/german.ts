import { common } from './de/common'
import { prompts } from './de/prompts'
import { settings } from './de/settings'
import { starters } from './de/starters'
import type { English } from './english'
import type { Translated } from './translated'

/** Every sentence of the app in German. */
export const german: Translated<English> = { common, prompts, settings, starters }
