import type { Navigation } from '../../contract/methods'
import type { Action } from './action'

const isDeleted = (action: Action, threadId: string | undefined): boolean =>
  action.type === 'events' &&
  action.events.some((event) => event.kind === 'thread-deleted' && event.threadId === threadId)

/** Keeps where the window is. A thread that is deleted leaves a new chat behind. */
export const reduceNavigation = (place: Navigation, action: Action): Navigation => {
  if (action.type === 'navigated') return action.to
  return isDeleted(action, place.threadId) ? { view: place.view } : place
}
