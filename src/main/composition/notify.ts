import type { ConversationEvent, Thread } from '../../contract/conversation'
import { pushes } from '../../contract/channels'
import { countWaiting, hear, startFrom, type News, type Threads } from '../notifications/news'
import { notificationOf } from '../notifications/notification'
import { createNotifications, threadInSight } from '../platform/notifications'
import type { Foundation } from './foundation'

/** Tells the person who is signed in what happens while they look elsewhere. */
export type Teller = {
  /** Somebody is there, with these conversations. */
  readonly arrive: (threads: readonly Thread[]) => void
  readonly hear: (events: readonly ConversationEvent[]) => void
  /** They are gone: nothing of theirs stays on the screen. */
  readonly leave: () => void
}

/** Shows by the system what is news, and counts what waits. */
export const createTeller = ({
  settings,
  windows,
  tellChat,
  waiting,
}: Pick<Foundation, 'settings' | 'windows' | 'tellChat' | 'waiting'>): Teller => {
  const notifications = createNotifications()
  let threads: Threads = new Map()
  const follow = (next: Threads): void => {
    threads = next
    waiting.set(countWaiting(next))
  }
  const tell = (news: News): void => {
    const { threadId, messageId } = news
    const { preferences } = settings.read()
    const text = notificationOf(news, { inSight: threadInSight() === threadId, preferences })
    if (text === null) return
    notifications.show(threadId, {
      ...text,
      onClick: () => {
        windows.openChat()
        tellChat(pushes.navigate, { view: 'chat', threadId, ...(messageId === undefined ? {} : { messageId }) })
      },
    })
  }
  return {
    arrive: (listed) => {
      follow(startFrom(listed))
    },
    hear: (events) => {
      const heard = hear(threads, events)
      follow(heard.threads)
      for (const threadId of heard.over) notifications.close(threadId)
      for (const news of heard.news) tell(news)
    },
    leave: () => {
      notifications.closeAll()
      follow(new Map())
    },
  }
}
