import { common } from './de/common'
import { firstRun } from './de/first-run'
import { messages } from './de/messages'
import { prompts } from './de/prompts'
import { queue } from './de/queue'
import { settings } from './de/settings'
import { starters } from './de/starters'
import type { English } from './english'
import type { Translated } from './translated'

/** Every sentence of the app in German. */
export const german: Translated<English> = { common, firstRun, messages, prompts, queue, settings, starters }
