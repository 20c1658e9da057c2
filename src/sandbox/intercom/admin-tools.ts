import { requiredText, textOf } from '../arguments'
import { notFound, requireFullSeat, tagOf, type IntercomView } from './access'
import type { IntercomTool } from './intercom-tool'
import { adminShape } from './shapes'

const appShape = ({
  state,
  me,
}: IntercomView): { readonly type: 'app'; readonly id_code: string; readonly name: string } => ({
  type: 'app',
  id_code: me.app,
  name: state.apps.find(({ id }) => id === me.app)?.name ?? '',
})

const identifyAdmin: IntercomTool = ({ view }) => ({
  ...adminShape(view.me),
  email_verified: true,
  app: appShape(view),
})

const listAdmins: IntercomTool = ({ view }) => ({
  type: 'admin.list',
  admins: view.state.admins.filter(({ app }) => app === view.me.app).map(adminShape),
})

const retrieveAdmin: IntercomTool = ({ view, args }) => {
  const id = requiredText(args, 'admin_id')
  const admin = view.state.admins.find((candidate) => candidate.id === id && candidate.app === view.me.app)
  if (admin === undefined) throw notFound('admin', id)
  return adminShape(admin)
}

const listTeams: IntercomTool = ({ view }) => ({
  type: 'team.list',
  teams: view.state.teams
    .filter(({ app }) => app === view.me.app)
    .map(({ id, name, adminIds }) => ({ type: 'team', id, name, admin_ids: adminIds.map(Number) })),
})

const listTags: IntercomTool = ({ view }) => ({
  type: 'list',
  data: view.state.tags.filter(({ app }) => app === view.me.app).map(({ id, name }) => ({ type: 'tag', id, name })),
})

const createOrUpdateTag: IntercomTool = ({ view, args }) => {
  requireFullSeat(view, 'create or change tags')
  const name = requiredText(args, 'name')
  const id = textOf(args, 'id')
  const existing =
    id === undefined
      ? view.state.tags.find((tag) => tag.app === view.me.app && tag.name.toLowerCase() === name.toLowerCase())
      : tagOf(view, id)
  const tag = existing ?? { id: view.newId(), name, app: view.me.app }
  if (existing === undefined) view.state.tags.push(tag)
  if (id !== undefined) tag.name = name
  return { type: 'tag', id: tag.id, name: tag.name }
}

const deleteTag: IntercomTool = ({ view, args }) => {
  requireFullSeat(view, 'delete tags')
  const tag = tagOf(view, requiredText(args, 'tag_id'))
  view.state.tags.splice(view.state.tags.indexOf(tag), 1)
  for (const one of [...view.state.contacts, ...view.state.conversations])
    one.tagIds = one.tagIds.filter((id) => id !== tag.id)
  return { type: 'tag', id: tag.id, deleted: true }
}

/** Tools about the workspace itself: its admins, teams and tags. */
export const adminTools: Readonly<Record<string, IntercomTool>> = {
  intercom_identify_admin: identifyAdmin,
  intercom_list_admins: listAdmins,
  intercom_retrieve_admin: retrieveAdmin,
  intercom_list_teams: listTeams,
  intercom_list_tags: listTags,
  intercom_create_or_update_tag: createOrUpdateTag,
  intercom_delete_tag: deleteTag,
}
