import type { Json, JsonObject } from '../../contract/json'
import type { AccountRead } from './account-read'
import { shownWords } from './account-words'
import { kindOfArgument, mentionsIn, type KindOf, type Mention } from './mentions'
import { byWays, findPlace, firstWords, nameIn, withId, type Looking, type ObjectFinder, type Place } from './place'
import type { Located, Workspace } from './place'
import { argument, objectsIn } from './probe'

const pageSize = 100
const mostPages = 5
// Monday.com gives boards of the first workspace none, and calls it this.
const mainWorkspace: Workspace = { id: 'main', name: 'Main workspace' }

type Listed = { readonly tool: string; readonly args: JsonObject; readonly mark: string }

/** Looks through the pages of a list; `mark` is a field that only what is listed has. */
const inPages = async (
  read: AccountRead,
  { tool, args, mark }: Listed,
  find: (result: Json) => JsonObject | undefined,
): Promise<JsonObject | undefined> => {
  for (let page = 1; page <= mostPages; page += 1) {
    const result = await read(tool, { ...args, limit: pageSize, page })
    if (result === undefined) return undefined
    const found = find(result)
    if (found !== undefined) return found
    if (objectsIn(result).filter((object) => mark in object).length < pageSize) return undefined
  }
  return undefined
}

const boardWithId = (read: AccountRead, id: string): Promise<JsonObject | undefined> =>
  inPages(read, { tool: 'monday_boards_list', args: { state: 'all' }, mark: 'workspace' }, (result) =>
    withId(result, id),
  )

const workspaceOf = (board: JsonObject): Workspace | undefined => {
  if (board['workspace'] === null) return mainWorkspace
  const [workspace] = objectsIn(board['workspace'] ?? null)
  const name = workspace && shownWords(workspace['name'])
  return workspace === undefined || name === undefined ? undefined : { id: argument(workspace, 'id') ?? name, name }
}

const board: ObjectFinder = async (id, { read }) => {
  const found = await boardWithId(read, id)
  const name = found && nameIn(found)
  return found === undefined || name === undefined ? undefined : { name, workspace: workspaceOf(found) }
}

const boardAround = async (id: string | undefined, looking: Looking, told?: string): Promise<Partial<Located>> => {
  if (id === undefined) return {}
  const found = await board(id, looking)
  const name = found?.name ?? told
  return {
    workspace: found?.workspace,
    within: name === undefined ? [] : [{ kind: 'board', id, name }],
  }
}

const itemWithId = async (read: AccountRead, id: string): Promise<JsonObject | undefined> =>
  withId(await read('monday_items_get', { ids: [id] }), id)

const item: ObjectFinder = async (id, looking) => {
  const found = await itemWithId(looking.read, id)
  const name = found && nameIn(found)
  if (found === undefined || name === undefined) return undefined
  const [own] = objectsIn(found['board'] ?? null)
  return { ...(await boardAround(own && argument(own, 'id'), looking, own && nameIn(own))), name }
}

const boardIdOf = async ({ args, read }: Looking): Promise<string | undefined> => {
  const named = argument(args, 'board_id')
  if (named !== undefined) return named
  const itemId = argument(args, 'item_id')
  const found = itemId === undefined ? undefined : await itemWithId(read, itemId)
  const [own] = objectsIn(found?.['board'] ?? null)
  return own && argument(own, 'id')
}

const onBoard =
  (field: 'groups' | 'columns'): ObjectFinder =>
  async (id, looking) => {
    const boardId = await boardIdOf(looking)
    const found = boardId === undefined ? undefined : await boardWithId(looking.read, boardId)
    const part = withId(found?.[field], id)
    const name = part && nameIn(part)
    return name === undefined ? undefined : { ...(await boardAround(boardId, looking)), name }
  }

const updateText = (object: JsonObject): string | undefined => {
  const words = shownWords(object['text_body']) ?? shownWords(object['body'])
  return words === undefined ? undefined : firstWords(words)
}

const itemAround = async (id: string, looking: Looking): Promise<Partial<Located>> => {
  const found = await item(id, looking)
  if (found === undefined) return {}
  return { workspace: found.workspace, within: [{ kind: 'item', id, name: found.name }, ...(found.within ?? [])] }
}

const update: ObjectFinder = async (id, looking) => {
  const itemId = argument(looking.args, 'item_id')
  const args = itemId === undefined ? {} : { item_id: itemId }
  const found = await inPages(looking.read, { tool: 'monday_updates_list', args, mark: 'body' }, (result) =>
    withId(result, id, updateText),
  )
  const name = found && updateText(found)
  if (found === undefined || name === undefined) return undefined
  const of = argument(found, 'item_id') ?? itemId
  return { ...(of === undefined ? {} : await itemAround(of, looking)), name }
}

const listed = (tool: string): ObjectFinder => byWays([{ tool, args: (id) => ({ ids: [id] }) }])

const workspace: ObjectFinder = async (id, looking) => {
  const found = await listed('monday_workspaces_list')(id, looking)
  return found === undefined ? undefined : { ...found, workspace: { id, name: found.name } }
}

const finders: Readonly<Record<string, ObjectFinder>> = {
  board,
  item,
  group: onBoard('groups'),
  column: onBoard('columns'),
  update,
  workspace,
  doc: listed('monday_docs_list'),
  team: listed('monday_teams_list'),
  user: listed('monday_users_list'),
  tag: listed('monday_tags_list'),
}

const kinds: Readonly<Record<string, string>> = { parent_item_id: 'item', after_column_id: 'column' }

const updateTools = /^monday_update_(?:edit|delete)$/

const kindIn =
  (tool: string, args: JsonObject): KindOf =>
  (name) => {
    if (name === 'id') return updateTools.test(tool) ? 'update' : undefined
    if (name === 'target_id') return args['target_type'] === 'Post' ? 'update' : 'item'
    if (name === 'relative_to') return tool === 'monday_group_create' ? 'group' : 'item'
    return kinds[name] ?? kindOfArgument(name)
  }

const onlyWorkspace = async (read: AccountRead): Promise<Workspace | undefined> => {
  const result = await read('monday_workspaces_list', { limit: 2 })
  const named = objectsIn(result ?? null).flatMap((object) => {
    const name = shownWords(object['name'])
    return name === undefined ? [] : [{ id: argument(object, 'id') ?? name, name }]
  })
  return named.length === 1 ? named[0] : undefined
}

/** What a call of Monday.com's names by id. */
export const mondayMentions = (tool: string, args: JsonObject): readonly Mention[] =>
  mentionsIn(args, kindIn(tool, args))

/** Finds out by reading in which workspace and on what a call of Monday.com's would happen. */
export const findMondayPlace = async (tool: string, looking: Looking): Promise<Place> => {
  const place = await findPlace(mondayMentions(tool, looking.args), ({ kind }) => finders[kind], looking)
  if (place.workspace !== undefined) return place
  const only = await onlyWorkspace(looking.read)
  return only === undefined ? place : { ...place, workspace: only.name, workspaceId: only.id }
}
