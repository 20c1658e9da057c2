import { common } from './en/common'
import { firstRun } from './en/first-run'
import { messages } from './en/messages'
import { prompts } from './en/prompts'
import { queue } from './en/queue'
import { settings } from './en/settings'
import { starters } from './en/starters'

/** Every sentence of the app in English: the keys that all other languages have to have. */
export const english = { common, firstRun, messages, prompts, queue, settings, starters } as const
/** The words of a language. */
export type English = typeof english
