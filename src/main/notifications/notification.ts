import type { Preferences } from '../../contract/settings'
import { t } from '../../language/words'
import type { News } from './news'

/** What the system is asked to show. */
export type NotificationText = { readonly title: string; readonly body: string }

const titleOf = (kind: News['kind']): string => {
  switch (kind) {
    case 'approval':
      return t('notifications.approval.title')
    case 'account':
      return t('notifications.account.title')
    case 'done':
      return t('notifications.done.title')
    case 'failed':
      return t('notifications.failed.title')
  }
}

const plainBody = ({ kind, tools }: News): string => {
  switch (kind) {
    case 'approval':
      return t('notifications.approval.body', { count: tools.length })
    case 'account':
      return t('notifications.account.body')
    case 'done':
      return t('notifications.done.body')
    case 'failed':
      return t('notifications.failed.body')
  }
}

const tellingBody = ({ title, tools }: News): string => {
  const [tool] = tools
  if (tool === undefined) return title
  return tools.length === 1
    ? t('notifications.approval.one', { title, tool })
    : t('notifications.approval.several', { title, count: tools.length })
}

/**
 * Decides whether the person is told of something while they look elsewhere, and in which words. What a conversation
 * is about is in them only where the person allowed it: others can see the screen.
 */
export const notificationOf = (
  news: News,
  about: {
    /** They see the conversation right now. */
    readonly inSight: boolean
    readonly preferences: Pick<Preferences, 'notifications' | 'notificationContent'>
  },
): NotificationText | null => {
  const { inSight, preferences } = about
  if (inSight || preferences.notifications === 'off') return null
  return {
    title: titleOf(news.kind),
    body: preferences.notificationContent === 'shown' ? tellingBody(news) : plainBody(news),
  }
}
