import { channels, pushes } from '../../contract/channels'
import { ok } from '../../contract/result'
import type { Windows } from '../platform/windows'
import type { AskedDesk } from './asked-desk'
import { withLocal, type HandlersOf, type ServicesSource } from './handlers'
import type { Push } from './pushes'

/** What the quick-ask window works with. */
export type QuickAskPorts = {
  readonly windows: Windows
  readonly tellChat: Push
  readonly asked: AskedDesk
}

type QuickAskCalls =
  'hideQuickAsk' | 'holdQuickAsk' | 'resizeQuickAsk' | 'openInChat' | 'takeAsked' | 'recallQuestions' | 'keepQuestion'

/** The quick-ask window, as it asks for itself. */
export const quickAskHandlers = (
  services: ServicesSource,
  { windows, tellChat, asked }: QuickAskPorts,
): HandlersOf<QuickAskCalls> => ({
  [channels.hideQuickAsk]: () => {
    windows.hideQuickAsk()
    return ok(null)
  },
  [channels.holdQuickAsk]: ({ held }) => {
    windows.holdQuickAsk(held)
    return ok(null)
  },
  [channels.resizeQuickAsk]: ({ height }) => {
    windows.resizeQuickAsk(height)
    return ok(null)
  },
  [channels.openInChat]: ({ threadId }) => {
    windows.hideQuickAsk()
    tellChat(pushes.navigate, { view: 'chat', ...(threadId === null ? {} : { threadId }) })
    windows.openChat()
    return ok(null)
  },
  [channels.takeAsked]: () => ok(asked.take()),
  [channels.recallQuestions]: async () =>
    await withLocal(services, ({ assistant }, session) => assistant.recallQuestions(session)),
  [channels.keepQuestion]: async (question) =>
    await withLocal(services, ({ assistant }, session) => assistant.keepQuestion(session, question)),
})
