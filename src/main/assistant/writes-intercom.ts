import type { Json, JsonObject } from '../../contract/json'
import type { ReadAccount } from './account-reader'
import { argument, objectsIn } from './probe'
import {
  difference,
  fieldsWrite,
  madeThen,
  restoring,
  saysSame,
  subjectOf,
  type ReviewedWrite,
  type ReviewedWrites,
} from './reviewed-write'
import { conversationWrites } from './writes-intercom-conversations'
import { namedTag, tagWrite } from './intercom-tags'

const reading =
  (tool: string, name: string) =>
  async (id: string, read: ReadAccount): Promise<JsonObject | undefined> =>
    subjectOf(await read(tool, { [name]: id }))

const readContact = reading('intercom_retrieve_contact', 'contact_id')

const archiving = (archived: boolean): ReviewedWrite => ({
  about: ['contact_id'],
  find: async (args, read) => await readContact(argument(args, 'contact_id') ?? '', read),
  changes: (_args, seen) =>
    seen['archived'] === undefined ? [] : [difference('archived', [seen['archived'], archived])],
  undo: restoring((args, seen) => {
    if (seen['archived'] !== !archived) return undefined
    const tool = archived ? 'intercom_unarchive_contact' : 'intercom_archive_contact'
    return { tool, args: { contact_id: args['contact_id'] ?? '' } }
  }),
})

const tagNamed = (result: Json | undefined, name: string): JsonObject | undefined =>
  objectsIn(result ?? null).find((object) => object['type'] === 'tag' && saysSame(object['name'], name))

// Without an id it makes the tag unless there is one of that name; with one it gives the tag another name.
const createOrUpdateTag: ReviewedWrite = {
  about: ['id'],
  find: async (args, read) => {
    const tags = await read('intercom_list_tags', {})
    const id = argument(args, 'id')
    if (tags === undefined) return undefined
    if (id !== undefined) return namedTag(tags, id)
    return { exists: tagNamed(tags, argument(args, 'name') ?? '') !== undefined }
  },
  changes: (args, seen) =>
    typeof seen['name'] === 'string'
      ? [difference('name', [seen['name'], args['name'] ?? ''], { argument: 'name' })]
      : [],
  undo: (undoable) => {
    const { args, seen } = undoable
    if (seen?.['exists'] === false)
      return madeThen((tag_id) => [{ tool: 'intercom_delete_tag', args: { tag_id } }])(undoable)
    const { id = '' } = args
    const name = seen?.['name']
    return typeof name === 'string' ? [{ tool: 'intercom_create_or_update_tag', args: { id, name } }] : []
  },
}

const made = (tool: string, id: string): ReviewedWrite => ({
  about: [],
  undo: madeThen((madeId) => [{ tool, args: { [id]: madeId } }]),
})

const contactFields = ['name', 'email', 'phone', 'role', 'external_id', 'owner_id', 'unsubscribed_from_emails'] as const

/** How the writes of Intercom are reviewed, but for those that only the risks know: they can't be taken back. */
export const intercomWrites: ReviewedWrites = {
  ...conversationWrites,
  intercom_create_contact: made('intercom_delete_contact', 'contact_id'),
  intercom_update_contact: fieldsWrite({
    tool: 'intercom_update_contact',
    id: 'contact_id',
    fields: contactFields,
    find: readContact,
  }),
  intercom_archive_contact: archiving(true),
  intercom_unarchive_contact: archiving(false),
  intercom_delete_contact: {
    about: ['contact_id'],
    find: async (args, read) => await readContact(argument(args, 'contact_id') ?? '', read),
    changes: (_args, seen) => [difference('state', [seen['archived'] === true ? 'archived' : 'active', 'deleted'])],
  },
  intercom_attach_tag_to_contact: tagWrite('contact', true),
  intercom_detach_tag_from_contact: tagWrite('contact', false),
  intercom_create_or_update_tag: createOrUpdateTag,
  intercom_update_company: fieldsWrite({
    tool: 'intercom_update_company',
    id: 'company_id',
    fields: ['name', 'website', 'industry', 'plan', 'size', 'monthly_spend'],
    find: reading('intercom_retrieve_company', 'company_id'),
  }),
  intercom_create_article: made('intercom_delete_article', 'article_id'),
  intercom_update_article: fieldsWrite({
    tool: 'intercom_update_article',
    id: 'article_id',
    fields: ['title', 'description', 'body', 'author_id', 'state'],
    find: reading('intercom_retrieve_article', 'article_id'),
  }),
  intercom_create_help_center_collection: made('intercom_delete_help_center_collection', 'collection_id'),
  intercom_update_help_center_collection: fieldsWrite({
    tool: 'intercom_update_help_center_collection',
    id: 'collection_id',
    fields: ['name', 'description'],
    find: reading('intercom_retrieve_help_center_collection', 'collection_id'),
  }),
}
