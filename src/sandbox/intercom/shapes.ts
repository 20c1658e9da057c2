import type { JsonObject } from '../../contract/json'
import type { IntercomView } from './access'
import type { Admin, Contact, Conversation, ConversationPart, IntercomState, Note } from './state'

/** An admin as Intercom's API answers it. */
export const adminShape = (admin: Admin): JsonObject => ({
  type: 'admin',
  id: admin.id,
  name: admin.name,
  email: admin.email,
  job_title: admin.jobTitle,
  away_mode_enabled: false,
  has_inbox_seat: admin.fullSeat,
})

/** Tags by id, as Intercom's API answers them. */
const tagList = (state: IntercomState, tagIds: readonly string[]): JsonObject => ({
  type: 'tag.list',
  tags: state.tags.filter(({ id }) => tagIds.includes(id)).map(({ id, name }) => ({ type: 'tag', id, name })),
})

const filled = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text)

/** A contact as Intercom's API answers it. */
export const contactShape = ({ state }: IntercomView, contact: Contact): JsonObject => ({
  type: 'contact',
  id: contact.id,
  workspace_id: contact.app,
  external_id: filled(contact.externalId),
  role: contact.role,
  email: contact.email,
  phone: filled(contact.phone),
  name: contact.name,
  owner_id: contact.ownerId ?? null,
  unsubscribed_from_emails: contact.unsubscribed,
  archived: contact.archived,
  created_at: contact.createdAt,
  updated_at: contact.updatedAt,
  last_seen_at: contact.lastSeenAt ?? null,
  tags: {
    type: 'list',
    data: state.tags.filter(({ id }) => contact.tagIds.includes(id)).map(({ id, name }) => ({ type: 'tag', id, name })),
    total_count: contact.tagIds.length,
  },
})

const authorShape = (state: IntercomState, part: ConversationPart): JsonObject => {
  const author =
    part.authorType === 'admin'
      ? state.admins.find(({ id }) => id === part.authorId)
      : state.contacts.find(({ id }) => id === part.authorId)
  return { type: part.authorType, id: part.authorId, name: author?.name ?? '', email: author?.email ?? '' }
}

const bodyOf = (part: ConversationPart, plain: boolean): string =>
  plain || part.body === '' ? part.body : `<p>${part.body}</p>`

/** How much of a conversation is answered: lists leave out the parts, as Intercom does. */
export type ConversationDetail = { readonly parts: boolean; readonly plain: boolean }

/** A conversation as Intercom's API answers it. */
export const conversationShape = (
  { state }: IntercomView,
  conversation: Conversation,
  detail: ConversationDetail,
): JsonObject => {
  const [first, ...rest] = conversation.parts
  return {
    type: 'conversation',
    id: conversation.id,
    title: conversation.subject,
    state: conversation.state,
    open: conversation.state === 'open',
    read: true,
    created_at: conversation.createdAt,
    updated_at: conversation.updatedAt,
    snoozed_until: conversation.snoozedUntil ?? null,
    admin_assignee_id: conversation.assigneeId ?? null,
    ...(first && {
      source: {
        type: 'conversation',
        subject: conversation.subject,
        body: bodyOf(first, detail.plain),
        author: authorShape(state, first),
      },
    }),
    contacts: {
      type: 'contact.list',
      contacts: conversation.contactIds.map((id) => ({ type: 'contact', id })),
    },
    tags: tagList(state, conversation.tagIds),
    ...(detail.parts && { conversation_parts: partList(state, rest, detail.plain) }),
  }
}

const partList = (state: IntercomState, parts: readonly ConversationPart[], plain: boolean): JsonObject => ({
  type: 'conversation_part.list',
  total_count: parts.length,
  conversation_parts: parts.map((part) => ({
    type: 'conversation_part',
    id: part.id,
    part_type: part.type,
    body: bodyOf(part, plain),
    created_at: part.createdAt,
    author: authorShape(state, part),
  })),
})

/** A note as Intercom's API answers it. */
export const noteShape = ({ state }: IntercomView, note: Note): JsonObject => {
  const author = state.admins.find(({ id }) => id === note.authorId)
  return {
    type: 'note',
    id: note.id,
    body: note.body,
    created_at: note.createdAt,
    contact: { type: 'contact', id: note.contactId },
    author: { type: 'admin', id: note.authorId, name: author?.name ?? '' },
  }
}
