import { ToolRefusal } from '../sample-provider'
import type { Board, Item, MondayState, User } from './state'

/** What one call may touch: the account as seen by the user whose account it is. */
export type MondayView = {
  readonly state: MondayState
  readonly me: User
  readonly now: () => string
  readonly newId: () => string
}

/** The user behind an identifier; anybody else has no seat in this account. */
export const viewOf = (state: MondayState, identifier: string): MondayView => {
  const me = state.users.find((user) => user.identifier === identifier)
  if (me === undefined) throw new ToolRefusal('forbidden', 'This person has no seat in the sample Monday.com account')
  const newId = (): string => {
    state.nextId += 1
    return String(state.nextId)
  }
  return { state, me, now: () => new Date().toISOString(), newId }
}

/** Whether the user may see a workspace and what is in it. */
export const seesWorkspace = (view: MondayView, workspaceId: string): boolean =>
  view.state.workspaces.some(({ id, members }) => id === workspaceId && members.includes(view.me.id))

/** The boards the user may see. */
export const visibleBoards = (view: MondayView): Board[] =>
  view.state.boards.filter((board) => seesWorkspace(view, board.workspaceId))

/** A board by id. A board that is out of reach and one that doesn't exist are refused in the same words. */
export const boardOf = (view: MondayView, id: string): Board => {
  const board = visibleBoards(view).find((candidate) => candidate.id === id)
  if (board === undefined) throw notFound('board', id)
  return board
}

/** An item by id, on a board the user may see. */
export const itemOf = (view: MondayView, id: string): Item => {
  const item = view.state.items.find((candidate) => candidate.id === id && candidate.state !== 'deleted')
  if (item === undefined || !visibleBoards(view).some((board) => board.id === item.boardId)) throw notFound('item', id)
  return item
}

/** Refuses what only an administrator may do. */
export const requireAdmin = (view: MondayView, deed: string): void => {
  if (view.me.isAdmin) return
  throw new ToolRefusal('forbidden', `Monday.com: ${view.me.name} is a member and not allowed to ${deed}`)
}

/** The refusal for a thing that is not there or not theirs. */
export const notFound = (what: string, id: string): ToolRefusal =>
  new ToolRefusal('not-found', `Monday.com: ${what} ${id} was not found, or this user has no access to it`)

/** Marks an item and its board as changed now. */
export const touch = (view: MondayView, item: Item): void => {
  item.updatedAt = view.now()
  const board = view.state.boards.find(({ id }) => id === item.boardId)
  if (board !== undefined) board.updatedAt = item.updatedAt
}
