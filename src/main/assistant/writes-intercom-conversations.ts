import type { Json, JsonObject } from '../../contract/json'
import type { ReadAccount } from './account-reader'
import { tagWrite } from './intercom-tags'
import { argument, objectsIn } from './probe'
import {
  difference,
  restoring,
  subjectOf,
  wordsOf,
  type Difference,
  type ReviewedWrite,
  type ReviewedWrites,
} from './reviewed-write'

const nobody = '0'

const stateAfter: Readonly<Record<string, string>> = { close: 'closed', open: 'open', snoozed: 'snoozed' }

const action = (args: JsonObject): string => argument(args, 'message_type') ?? ''

const nameIn = (result: Json | undefined, id: string): string | undefined => {
  const found = objectsIn(result ?? null).find((object) => argument(object, 'id') === id && 'name' in object)
  return found && argument(found, 'name')
}

const assigneeOf = (conversation: JsonObject): string => {
  const { admin_assignee_id: admin, team_assignee_id: team } = conversation
  const id = wordsOf(admin) === '' ? wordsOf(team) : wordsOf(admin)
  return id === '' ? nobody : id
}

const people = async (ids: readonly string[], read: ReadAccount): Promise<JsonObject> => {
  const admins = await read('intercom_list_admins', {})
  const known = ids.every((id) => id === nobody || nameIn(admins, id) !== undefined)
  const teams = known ? undefined : await read('intercom_list_teams', {})
  return Object.fromEntries(ids.map((id) => [id, id === nobody ? '' : (nameIn(admins, id) ?? nameIn(teams, id) ?? id)]))
}

const assigneeChange = (args: JsonObject, seen: JsonObject): Difference => {
  const [was, becomes] = [assigneeOf(seen), wordsOf(args['assignee_id'])]
  const names = objectsIn(seen['people'] ?? null)[0] ?? {}
  const nameOf = (id: string): Json => names[id] ?? id
  return difference('assignee', [was, becomes], {
    argument: 'assignee_id',
    before: nameOf(was),
    after: nameOf(becomes),
  })
}

const snoozeChange = (args: JsonObject, seen: JsonObject): Difference =>
  difference('snoozed_until', [seen['snoozed_until'] ?? null, args['snoozed_until'] ?? null], {
    argument: 'snoozed_until',
  })

const changes: NonNullable<ReviewedWrite['changes']> = (args, seen) => {
  if (action(args) === 'assignment') return [assigneeChange(args, seen)]
  const state = stateAfter[action(args)]
  const was = seen['state']
  if (state === undefined || was === undefined) return []
  const snoozes = state === 'snoozed' ? [snoozeChange(args, seen)] : []
  return [difference('state', [was, state]), ...snoozes]
}

const backTo = (seen: JsonObject): JsonObject | undefined => {
  switch (seen['state']) {
    case 'open':
      return { message_type: 'open' }
    case 'closed':
      return { message_type: 'close' }
    case 'snoozed':
      return typeof seen['snoozed_until'] === 'number'
        ? { message_type: 'snoozed', snoozed_until: seen['snoozed_until'] }
        : undefined
    default:
      return undefined
  }
}

const facts = ['url', 'state', 'snoozed_until', 'admin_assignee_id', 'team_assignee_id']

const factsOf = (found: JsonObject): JsonObject => Object.fromEntries(facts.map((name) => [name, found[name] ?? null]))

const manage: ReviewedWrite = {
  about: ['conversation_id', 'message_type'],
  find: async (args, read) => {
    const { conversation_id = '' } = args
    const found = subjectOf(await read('intercom_retrieve_conversation', { conversation_id, display_as: 'plaintext' }))
    if (found === undefined) return undefined
    const seen = factsOf(found)
    if (action(args) !== 'assignment') return seen
    return { ...seen, people: await people([assigneeOf(seen), wordsOf(args['assignee_id'])], read) }
  },
  changes,
  undo: restoring((args, seen) => {
    // A message that goes out with it stays with its readers.
    if (wordsOf(args['body']) !== '') return undefined
    const { conversation_id = '', admin_id = '', type = 'admin' } = args
    const assignment = action(args) === 'assignment'
    const back = assignment ? { message_type: 'assignment', assignee_id: assigneeOf(seen) } : backTo(seen)
    return back && { tool: 'intercom_manage_conversation', args: { conversation_id, admin_id, type, ...back } }
  }),
}

/** How the writes of Intercom's conversations are reviewed. What was sent can't be taken back. */
export const conversationWrites: ReviewedWrites = {
  intercom_manage_conversation: manage,
  intercom_attach_tag_to_conversation: tagWrite('conversation', true),
  intercom_detach_tag_from_conversation: tagWrite('conversation', false),
}
