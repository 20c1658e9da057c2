import { z } from 'zod'
import { findContact, findLatestConversation, identifyAdmin, subjectOf } from './intercom-lookups'
import { at, plain, read, rows, sentence, shaped, write, type Plan } from './plan'

const idSchema = z.object({ id: z.string() })

/** What to answer: words given in quotes are sent as they are, others get a greeting and a signature. */
export type ReplyText = { readonly text: string; readonly verbatim: boolean }

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** "Reply to the latest conversation from lena.fischer@example.com that the refund is on its way" */
export function* replyPlan(email: string, reply: ReplyText): Plan {
  const contact = yield* findContact(email)
  const conversation = yield* findLatestConversation(contact)
  const admin = yield* identifyAdmin()
  const firstName = contact.name?.split(' ')[0] ?? ''
  const body = reply.verbatim
    ? reply.text
    : `Hello ${firstName},\n\n${sentence(capitalised(reply.text))}\n\nBest regards,\n${admin.name}`
  yield* write(`The latest conversation is “${plain(subjectOf(conversation))}”. This is the reply that I would send:`, {
    tool: 'intercom_reply_to_conversation',
    args: { conversation_id: conversation.id, admin_id: admin.id, message_type: 'comment', type: 'admin', body },
  })
  return `Done: the reply to ${plain(contact.name ?? email)} is sent, in conversation ${conversation.id}.`
}

/** "Close the latest conversation from oliver.smith@example.com" */
export function* closePlan(email: string): Plan {
  const contact = yield* findContact(email)
  const conversation = yield* findLatestConversation(contact)
  const admin = yield* identifyAdmin()
  yield* write(`The latest conversation is “${plain(subjectOf(conversation))}”. I would close it:`, {
    tool: 'intercom_manage_conversation',
    args: { conversation_id: conversation.id, admin_id: admin.id, message_type: 'close', type: 'admin' },
  })
  return `Done: conversation ${conversation.id} is closed.`
}

/** "Create a contact Noor Haddad with the address noor.haddad@example.com" */
export function* createContactPlan(name: string, email: string): Plan {
  const data = yield* write('This is the contact that I would create:', {
    tool: 'intercom_create_contact',
    args: { role: 'user', name, email },
  })
  return `Done: ${plain(name)} is a contact now, with the id ${shaped(data, idSchema).id}.`
}

/** "Add the note '…' to the contact priya.nair@example.com" */
export function* addNotePlan(email: string, body: string): Plan {
  const contact = yield* findContact(email)
  yield* write('This is the note that I would write:', {
    tool: 'intercom_create_contact_note',
    args: { contact_id: contact.id, body },
  })
  return `Done: the note is on ${plain(contact.name ?? email)}.`
}

const tagSchema = z.object({ id: z.string(), name: z.string() })

/** "Tag the contact lena.fischer@example.com as VIP" */
export function* tagContactPlan(email: string, tagName: string): Plan {
  const contact = yield* findContact(email)
  const data = yield* read('I’ll look for the tag.', { tool: 'intercom_list_tags', args: {} })
  const existing = rows(at(data, 'data'), tagSchema).find(({ name }) => name.toLowerCase() === tagName.toLowerCase())
  const tag = existing ?? (yield* createTag(tagName))
  yield* write(`I would tag ${plain(contact.name ?? email)} as ${plain(tag.name)}:`, {
    tool: 'intercom_attach_tag_to_contact',
    args: { contact_id: contact.id, id: tag.id },
  })
  return `Done: ${plain(contact.name ?? email)} is tagged as ${sentence(plain(tag.name))}`
}

function* createTag(name: string): Plan<z.infer<typeof tagSchema>> {
  const data = yield* write('There is no such tag yet. I would create it first:', {
    tool: 'intercom_create_or_update_tag',
    args: { name },
  })
  return shaped(data, tagSchema)
}
