import { numberOf, requiredText, textOf, textsOf } from '../arguments'
import { ToolRefusal } from '../sample-provider'
import { boardOf, notFound, requireAdmin, seesWorkspace, visibleBoards } from './access'
import type { MondayTool } from './monday-tool'
import { pageOf } from './page-of'
import { boardShape } from './shapes'
import type { Board } from './state'

const listBoards: MondayTool = ({ view, args }) => {
  const workspaceIds = textsOf(args, 'workspace_ids')
  const kind = textOf(args, 'board_kind')
  const state = textOf(args, 'state') ?? 'active'
  const boards = visibleBoards(view)
    .filter(({ archived }) => state === 'all' || (archived === true ? 'archived' : 'active') === state)
    .filter(({ workspaceId }) => workspaceIds.length === 0 || workspaceIds.includes(workspaceId))
    .filter((board) => kind === undefined || board.kind === kind)
  return { boards: pageOf(boards, args, 10).map((board) => boardShape(view, board)) }
}

const createBoard: MondayTool = ({ view, args }) => {
  requireAdmin(view, 'create boards')
  const kind = requiredText(args, 'board_kind')
  if (!['public', 'private', 'share'].includes(kind))
    throw new ToolRefusal('invalid', 'Invalid arguments: board_kind must be public, private or share')
  const asked = numberOf(args, 'workspace_id')
  const workspaceId =
    asked === undefined ? view.state.workspaces.find(({ id }) => seesWorkspace(view, id))?.id : String(asked)
  if (workspaceId === undefined || !seesWorkspace(view, workspaceId)) throw notFound('workspace', String(asked))
  const board: Board = {
    id: view.newId(),
    name: requiredText(args, 'board_name'),
    kind,
    description: textOf(args, 'description') ?? '',
    workspaceId,
    columns: [
      { id: 'status', title: 'Status', type: 'status', labels: ['Working on it', 'Done', 'Stuck', 'Not started'] },
      { id: 'person', title: 'Owner', type: 'people' },
      { id: 'date', title: 'Due date', type: 'date' },
    ],
    groups: [{ id: 'topics', title: 'Group title' }],
    createdAt: view.now(),
    updatedAt: view.now(),
  }
  view.state.boards.push(board)
  return { create_board: boardShape(view, board) }
}

const createGroup: MondayTool = ({ view, args }) => {
  const board = boardOf(view, requiredText(args, 'board_id'))
  requireAdmin(view, 'create groups')
  const group = { id: `group_${view.newId()}`, title: requiredText(args, 'group_name') }
  const neighbour = board.groups.findIndex(({ id }) => id === textOf(args, 'relative_to'))
  const after = textOf(args, 'position_relative_method') === 'after_at' ? 1 : 0
  board.groups.splice(neighbour < 0 ? 0 : neighbour + after, 0, group)
  board.updatedAt = view.now()
  return { create_group: { ...group, board: { id: board.id, name: board.name } } }
}

const groupOf = (board: Board, id: string): Board['groups'][number] => {
  const group = board.groups.find((candidate) => candidate.id === id && candidate.archived !== true)
  if (group === undefined) throw notFound('group', id)
  return group
}

const updateGroup: MondayTool = ({ view, args }) => {
  const board = boardOf(view, requiredText(args, 'board_id'))
  requireAdmin(view, 'change groups')
  const group = groupOf(board, requiredText(args, 'group_id'))
  if (textOf(args, 'attribute') !== 'title')
    throw new ToolRefusal('invalid', 'The sample Monday.com account changes titles of groups only')
  group.title = requiredText(args, 'new_value')
  board.updatedAt = view.now()
  return { update_group: { id: group.id, title: group.title } }
}

const archiveGroup: MondayTool = ({ view, args }) => {
  const board = boardOf(view, requiredText(args, 'board_id'))
  requireAdmin(view, 'archive groups')
  const group = groupOf(board, requiredText(args, 'group_id'))
  group.archived = true
  for (const item of view.state.items)
    if (item.boardId === board.id && item.groupId === group.id && item.state === 'active') item.state = 'archived'
  board.updatedAt = view.now()
  return { archive_group: { id: group.id, archived: true } }
}

const updateBoard: MondayTool = ({ view, args }) => {
  const board = boardOf(view, requiredText(args, 'board_id'))
  requireAdmin(view, 'change boards')
  const attribute = requiredText(args, 'board_attribute')
  if (attribute === 'name') board.name = requiredText(args, 'new_value')
  else if (attribute === 'description') board.description = textOf(args, 'new_value') ?? ''
  else throw new ToolRefusal('invalid', 'Invalid arguments: board_attribute must be name or description')
  board.updatedAt = view.now()
  return { update_board: boardShape(view, board) }
}

const archiveBoard: MondayTool = ({ view, args }) => {
  const board = boardOf(view, requiredText(args, 'board_id'))
  requireAdmin(view, 'archive boards')
  board.archived = true
  board.updatedAt = view.now()
  return { archive_board: boardShape(view, board) }
}

const renameColumn: MondayTool = ({ view, args }) => {
  const board = boardOf(view, requiredText(args, 'board_id'))
  requireAdmin(view, 'change columns')
  const id = requiredText(args, 'column_id')
  const column = board.columns.find((candidate) => candidate.id === id)
  if (column === undefined) throw notFound('column', id)
  column.title = requiredText(args, 'title')
  board.updatedAt = view.now()
  return { change_column_title: { id: column.id, title: column.title } }
}

/** Tools about boards and their groups. */
export const boardTools: Readonly<Record<string, MondayTool>> = {
  monday_boards_list: listBoards,
  monday_board_create: createBoard,
  monday_group_create: createGroup,
  monday_group_update: updateGroup,
  monday_group_archive: archiveGroup,
  monday_board_update: updateBoard,
  monday_board_archive: archiveBoard,
  monday_column_title_change: renameColumn,
}
