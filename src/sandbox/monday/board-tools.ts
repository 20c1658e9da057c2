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
    .filter(() => state === 'active' || state === 'all')
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

/** Tools about boards and their groups. */
export const boardTools: Readonly<Record<string, MondayTool>> = {
  monday_boards_list: listBoards,
  monday_board_create: createBoard,
  monday_group_create: createGroup,
}
