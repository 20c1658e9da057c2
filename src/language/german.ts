import { activity } from './de/activity'
import { call, result } from './de/call'
import { commands, keyboard, palette } from './de/commands'
import { common } from './de/common'
import { connections, stopping } from './de/connections'
import { chat, quickAnswer, review, threads } from './de/conversation'
import { data } from './de/data'
import { desktop } from './de/desktop'
import { doctor } from './de/doctor'
import { failures } from './de/failures'
import { files } from './de/files'
import { firstRun } from './de/first-run'
import { messages } from './de/messages'
import { notifications } from './de/notifications'
import { offline } from './de/offline'
import { pages } from './de/pages'
import { preferences } from './de/preferences'
import { prompts } from './de/prompts'
import { queue } from './de/queue'
import { quickAsk } from './de/quick-ask'
import { results } from './de/results'
import { search } from './de/search'
import { settings } from './de/settings'
import { shell } from './de/shell'
import { setup, signIn } from './de/sign-in'
import { starters } from './de/starters'
import { threadList } from './de/thread-list'
import { transfer } from './de/transfer'
import { grants, thirdParty } from './de/trust'
import type { English } from './english'
import type { Translated } from './translated'

/** Every sentence of the app in German. */
export const german: Translated<English> = {
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
}
