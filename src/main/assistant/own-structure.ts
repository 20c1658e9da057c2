import { hidesCharacters } from '../../contract/plain/hidden-characters'

const named = (prefix: string, names: string): readonly string[] =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => `${prefix}_${name}`)

/**
 * Tools whose answers bring nothing but the person's own structure, reviewed by hand: who they are, how their
 * workspace is laid out, or what they made themselves just now. Every other tool brings text by other people.
 */
export const ownStructureTools: ReadonlySet<string> = new Set([
  ...named('monday', 'me_get boards_list workspaces_list tags_list teams_list users_list'),
  ...named('monday', 'board_create column_create group_create item_create subitem_create tag_create_or_get'),
  ...named('monday', 'workspace_create board_archive group_archive item_archive item_delete'),
  ...named('intercom', 'identify_admin list_admins retrieve_admin list_teams retrieve_team list_tags retrieve_tag'),
  ...named('intercom', 'create_or_update_tag attach_tag_to_contact attach_tag_to_conversation attach_tag_to_ticket'),
])

const longestName = 64

const isName = (text: string): boolean => text.length <= longestName && !/[\n\r]/.test(text) && !hidesCharacters(text)

/**
 * Whether these texts of an answer may have been written by other people: always, unless the tool was reviewed, and
 * even then when one of them is longer than a name or hides something. What the person approved word for word is theirs.
 */
export const bringsOthersText = (tool: string, texts: readonly string[], approved: readonly string[] = []): boolean => {
  const said = texts.filter((text) => text.trim() !== '')
  if (!ownStructureTools.has(tool)) return said.length > 0
  return said.some((text) => !isName(text) && !approved.includes(text))
}
