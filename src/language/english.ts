import { activity } from './en/activity'
import { call, result } from './en/call'
import { commands, keyboard, palette } from './en/commands'
import { common } from './en/common'
import { connections, stopping } from './en/connections'
import { chat, quickAnswer, review, threads } from './en/conversation'
import { data } from './en/data'
import { desktop } from './en/desktop'
import { doctor } from './en/doctor'
import { failures } from './en/failures'
import { files } from './en/files'
import { firstRun } from './en/first-run'
import { messages } from './en/messages'
import { notifications } from './en/notifications'
import { offline } from './en/offline'
import { pages } from './en/pages'
import { preferences } from './en/preferences'
import { prompts } from './en/prompts'
import { queue } from './en/queue'
import { quickAsk } from './en/quick-ask'
import { results } from './en/results'
import { search } from './en/search'
import { settings } from './en/settings'
import { shell } from './en/shell'
import { setup, signIn } from './en/sign-in'
import { starters } from './en/starters'
import { threadList } from './en/thread-list'
import { transfer } from './en/transfer'
import { grants, thirdParty } from './en/trust'

/** Every sentence of the app in English: the keys that all other languages have to have. */
export const english = {
  common,
  activity,
  call,
  chat,
  commands,
  connections,
  data,
  desktop,
  doctor,
  failures,
  files,
  firstRun,
  grants,
  keyboard,
  messages,
  notifications,
  offline,
  pages,
  palette,
  preferences,
  prompts,
  queue,
  quickAnswer,
  quickAsk,
  result,
  results,
  review,
  search,
  settings,
  setup,
  shell,
  signIn,
  starters,
  stopping,
  thirdParty,
  threadList,
  threads,
  transfer,
} as const
/** The words of a language. */
export type English = typeof english
