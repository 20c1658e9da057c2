import type { JsonObject } from '../../contract/json'
import { numberOf, objectOf, requiredText, textOf } from '../arguments'
import { ToolRefusal } from '../sample-provider'
import { contactOf, requireFullSeat, requireSelf, tagOf, type IntercomView } from './access'
import type { IntercomTool } from './intercom-tool'
import { paged } from './paged'
import { parseQuery, type Searchable } from './query'
import { contactShape, noteShape } from './shapes'
import type { Contact, Note } from './state'

const ownContacts = (view: IntercomView): Contact[] =>
  view.state.contacts.filter(({ app, archived }) => app === view.me.app && !archived)

const listShape = (view: IntercomView, contacts: readonly Contact[], args: JsonObject): JsonObject => {
  const { rows, pages, total } = paged(contacts, args)
  return { type: 'list', data: rows.map((contact) => contactShape(view, contact)), total_count: total, pages }
}

const listContacts: IntercomTool = ({ view, args }) => listShape(view, ownContacts(view), args)

const searchable = (contact: Contact): Searchable => ({
  id: contact.id,
  email: contact.email,
  name: contact.name,
  role: contact.role,
  phone: contact.phone ?? null,
  external_id: contact.externalId ?? null,
  owner_id: contact.ownerId ?? null,
  tag_id: contact.tagIds,
  created_at: contact.createdAt,
  updated_at: contact.updatedAt,
  last_seen_at: contact.lastSeenAt ?? null,
})

const searchContacts: IntercomTool = ({ view, args }) => {
  const matches = parseQuery(objectOf(args, 'query'))
  const found = ownContacts(view).filter((contact) => matches(searchable(contact)))
  return listShape(view, found, objectOf(args, 'pagination'))
}

const retrieveContact: IntercomTool = ({ view, args }) =>
  contactShape(view, contactOf(view, requiredText(args, 'contact_id')))

const requireFreeAddress = (view: IntercomView, email: string | undefined, own: Contact | undefined): void => {
  const taken = ownContacts(view).find((contact) => contact !== own && contact.email === email)
  if (email !== undefined && taken !== undefined)
    throw new ToolRefusal('invalid', `Intercom: a contact with the address ${email} already exists (${taken.id})`)
}

// An empty text takes a field away.
const givenText = (args: JsonObject, name: string): string | undefined => {
  const value = args[name]
  return typeof value === 'string' ? value : undefined
}

/** The fields of a contact that were given as arguments. */
const givenFields = (args: JsonObject): Partial<Contact> => {
  const owner = numberOf(args, 'owner_id')
  const given = {
    name: givenText(args, 'name'),
    email: givenText(args, 'email'),
    phone: givenText(args, 'phone'),
    role: textOf(args, 'role'),
    externalId: givenText(args, 'external_id'),
    ownerId: owner === undefined ? undefined : String(owner),
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

const createContact: IntercomTool = ({ view, args }) => {
  requireFullSeat(view, 'create contacts')
  const given = givenFields(args)
  if (given.email === undefined && given.externalId === undefined && given.role === undefined)
    throw new ToolRefusal('invalid', 'Intercom: a contact needs an email, an external_id or a role')
  requireFreeAddress(view, given.email, undefined)
  const contact: Contact = {
    name: '',
    email: '',
    role: 'user',
    ...given,
    id: view.newId(),
    app: view.me.app,
    archived: false,
    unsubscribed: args['unsubscribed_from_emails'] === true,
    tagIds: [],
    createdAt: view.now(),
    updatedAt: view.now(),
  }
  view.state.contacts.push(contact)
  return contactShape(view, contact)
}

const updateContact: IntercomTool = ({ view, args }) => {
  const contact = contactOf(view, requiredText(args, 'contact_id'))
  requireFullSeat(view, 'change contacts')
  const given = givenFields(args)
  requireFreeAddress(view, given.email, contact)
  Object.assign(contact, given, { updatedAt: view.now() })
  if (typeof args['unsubscribed_from_emails'] === 'boolean') contact.unsubscribed = args['unsubscribed_from_emails']
  return contactShape(view, contact)
}

const setArchived =
  (archived: boolean): IntercomTool =>
  ({ view, args }) => {
    const contact = contactOf(view, requiredText(args, 'contact_id'))
    requireFullSeat(view, archived ? 'archive contacts' : 'unarchive contacts')
    contact.archived = archived
    contact.updatedAt = view.now()
    return { type: 'contact', id: contact.id, external_id: contact.externalId ?? null, archived }
  }

const deleteContact: IntercomTool = ({ view, args }) => {
  const contact = contactOf(view, requiredText(args, 'contact_id'))
  requireFullSeat(view, 'delete contacts')
  view.state.contacts.splice(view.state.contacts.indexOf(contact), 1)
  return { type: 'contact', id: contact.id, external_id: contact.externalId ?? null, deleted: true }
}

const listNotes: IntercomTool = ({ view, args }) => {
  const contact = contactOf(view, requiredText(args, 'contact_id'))
  const notes = view.state.notes.filter(({ contactId }) => contactId === contact.id)
  const { rows, pages, total } = paged(notes, args)
  return { type: 'list', data: rows.map((note) => noteShape(view, note)), total_count: total, pages }
}

const createNote: IntercomTool = ({ view, args }) => {
  const contact = contactOf(view, requiredText(args, 'contact_id'))
  requireSelf(view, textOf(args, 'admin_id') ?? view.me.id)
  const note: Note = {
    id: view.newId(),
    contactId: contact.id,
    authorId: view.me.id,
    body: requiredText(args, 'body'),
    createdAt: view.now(),
  }
  view.state.notes.push(note)
  return noteShape(view, note)
}

const listContactTags: IntercomTool = ({ view, args }) => {
  const { tagIds } = contactOf(view, requiredText(args, 'contact_id'))
  const tags = view.state.tags.filter(({ id }) => tagIds.includes(id))
  return { type: 'list', data: tags.map(({ id, name }) => ({ type: 'tag', id, name })) }
}

const attachTag: IntercomTool = ({ view, args }) => {
  const contact = contactOf(view, requiredText(args, 'contact_id'))
  const tag = tagOf(view, requiredText(args, 'id'))
  requireFullSeat(view, 'tag contacts')
  if (!contact.tagIds.includes(tag.id)) contact.tagIds.push(tag.id)
  return { type: 'tag', id: tag.id, name: tag.name }
}

const detachTag: IntercomTool = ({ view, args }) => {
  const contact = contactOf(view, requiredText(args, 'contact_id'))
  const tag = tagOf(view, requiredText(args, 'tag_id'))
  requireFullSeat(view, 'untag contacts')
  contact.tagIds = contact.tagIds.filter((id) => id !== tag.id)
  return { type: 'tag', id: tag.id, name: tag.name }
}

/** Tools about contacts, their notes and their tags. */
export const contactTools: Readonly<Record<string, IntercomTool>> = {
  intercom_list_contacts: listContacts,
  intercom_search_contacts: searchContacts,
  intercom_retrieve_contact: retrieveContact,
  intercom_create_contact: createContact,
  intercom_update_contact: updateContact,
  intercom_archive_contact: setArchived(true),
  intercom_unarchive_contact: setArchived(false),
  intercom_delete_contact: deleteContact,
  intercom_list_contact_notes: listNotes,
  intercom_create_contact_note: createNote,
  intercom_list_contact_tags: listContactTags,
  intercom_attach_tag_to_contact: attachTag,
  intercom_detach_tag_from_contact: detachTag,
}
