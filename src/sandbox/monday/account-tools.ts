import type { JsonObject } from '../../contract/json'
import { numberOf, requiredText, textOf, textsOf } from '../arguments'
import { boardOf, requireAdmin, seesWorkspace, visibleBoards, type MondayView } from './access'
import { pageOf } from './page-of'
import { boardShape, itemShape, userShape } from './shapes'
import type { MondayTool } from './monday-tool'

const visibleUsers = ({ state, me }: MondayView): MondayView['state']['users'] => {
  const colleagues = state.workspaces.filter(({ members }) => members.includes(me.id)).flatMap(({ members }) => members)
  return state.users.filter(({ id }) => colleagues.includes(id))
}

const getMe: MondayTool = ({ view }) => ({
  me: { ...userShape(view.state, view.me), account: { ...view.state.account } },
})

const listUsers: MondayTool = ({ view, args }) => {
  const ids = textsOf(args, 'ids')
  const emails = textsOf(args, 'emails')
  const name = textOf(args, 'name')?.toLowerCase()
  const users = visibleUsers(view)
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
    .filter(({ email }) => emails.length === 0 || emails.includes(email))
    .filter((user) => name === undefined || user.name.toLowerCase().includes(name))
  return { users: pageOf(users, args, 50).map((user) => userShape(view.state, user)) }
}

const listWorkspaces: MondayTool = ({ view, args }) => {
  const ids = textsOf(args, 'ids')
  const workspaces = view.state.workspaces
    .filter(({ id }) => seesWorkspace(view, id))
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
  return {
    workspaces: pageOf(workspaces, args, 25).map(({ id, name, description }) => ({
      id,
      name,
      description,
      kind: 'closed',
      state: 'active',
    })),
  }
}

const listTags: MondayTool = ({ view, args }) => {
  const ids = textsOf(args, 'ids')
  const boards = visibleBoards(view).map(({ id }) => id)
  const tags = view.state.tags
    .filter(({ boardId }) => boardId === undefined || boards.includes(boardId))
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
  return { tags: tags.map(({ id, name, color }) => ({ id, name, color })) }
}

const createOrGetTag: MondayTool = ({ view, args }) => {
  const name = requiredText(args, 'tag_name')
  const boardId = textOf(args, 'board_id')
  if (boardId !== undefined) boardOf(view, boardId)
  const existing = view.state.tags.find((tag) => tag.name === name && tag.boardId === boardId)
  const tag = existing ?? { id: view.newId(), name, color: '#a25ddc', ...(boardId !== undefined && { boardId }) }
  if (existing === undefined) {
    requireAdmin(view, 'create tags')
    view.state.tags.push(tag)
  }
  return { create_or_get_tag: { id: tag.id, name: tag.name, color: tag.color } }
}

const search: MondayTool = ({ view, args }) => {
  const words = requiredText(args, 'query').toLowerCase()
  const limit = numberOf(args, 'limit') ?? 10
  const matches = (text: string): boolean => text.toLowerCase().includes(words)
  const boards = visibleBoards(view)
  const boardIds = boards.map(({ id }) => id)
  const items = view.state.items.filter(({ boardId, state }) => boardIds.includes(boardId) && state === 'active')
  const results = (found: readonly JsonObject[]): JsonObject => ({ results: found.slice(0, limit) })
  return {
    search: {
      boards: results(boards.filter(({ name }) => matches(name)).map((board) => boardShape(view, board))),
      items: results(items.filter(({ name }) => matches(name)).map((item) => itemShape(view, item))),
      users: results(
        visibleUsers(view)
          .filter(({ name }) => matches(name))
          .map((user) => userShape(view.state, user)),
      ),
    },
  }
}

/** Tools about the account itself: who, which workspaces, which tags, full-text search. */
export const accountTools: Readonly<Record<string, MondayTool>> = {
  monday_me_get: getMe,
  monday_users_list: listUsers,
  monday_workspaces_list: listWorkspaces,
  monday_tags_list: listTags,
  monday_tag_create_or_get: createOrGetTag,
  monday_search: search,
}
