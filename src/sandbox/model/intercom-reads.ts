import { z } from 'zod'
import { findContact, findLatestConversation, foundConversations, identifyAdmin, subjectOf } from './intercom-lookups'
import { at, plain, read, rows, type Plan } from './plan'

/** "Who am I in Intercom?" */
export function* intercomIdentityPlan(): Plan {
  const admin = yield* identifyAdmin()
  return `In Intercom you are **${plain(admin.name)}** (${plain(admin.email ?? '')}), in the workspace ${plain(admin.app?.name ?? '')}.`
}

/** "Find the contact lena.fischer@example.com" */
export function* contactPlan(email: string): Plan {
  const contact = yield* findContact(email)
  return `**${plain(contact.name ?? email)}** (${plain(contact.email ?? email)}) is a contact in Intercom, with the id ${contact.id}.`
}

/** "List the contacts" */
export function* contactsPlan(): Plan {
  const data = yield* read('I’ll ask Intercom.', { tool: 'intercom_list_contacts', args: { per_page: 8 } })
  const contacts = rows(at(data, 'data'), z.object({ name: z.string().nullish(), email: z.string().nullish() }))
  if (contacts.length === 0) return 'There are no contacts that you can see.'
  const lines = contacts.map(({ name, email }) => `- **${plain(name ?? 'No name')}** (${plain(email ?? 'no address')})`)
  return `The first contacts:\n\n${lines.join('\n')}`
}

/** "Show the latest conversations" */
export function* conversationsPlan(): Plan {
  const data = yield* read('I’ll ask Intercom.', { tool: 'intercom_list_conversations', args: { per_page: 5 } })
  const conversations = rows(at(data, 'conversations'), foundConversations)
  if (conversations.length === 0) return 'There are no conversations that you can see.'
  const lines = conversations.map(
    (conversation) =>
      `- **${plain(subjectOf(conversation))}** with ${plain(conversation.source?.author?.name ?? 'somebody')}, ${plain(conversation.state ?? 'open')}`,
  )
  return `The latest conversations:\n\n${lines.join('\n')}`
}

const partSchema = z.object({
  part_type: z.string(),
  body: z.string().nullish(),
  author: z.object({ name: z.string().nullish() }).optional(),
})

/** "Summarise the latest conversation from lena.fischer@example.com" */
export function* summaryPlan(email: string): Plan {
  const contact = yield* findContact(email)
  const latest = yield* findLatestConversation(contact)
  const whole = yield* read('I’ll read it.', {
    tool: 'intercom_retrieve_conversation',
    args: { conversation_id: latest.id, display_as: 'plaintext' },
  })
  const parts = rows(at(whole, 'conversation_parts', 'conversation_parts'), partSchema)
  const opening = latest.source?.body?.replace(/<[^>]+>/g, '') ?? ''
  const lines = [
    `- **${plain(contact.name ?? email)}** opened it: ${plain(opening)}`,
    ...parts
      .filter(({ body }) => typeof body === 'string' && body !== '')
      .map(
        ({ part_type, body, author }) =>
          `- **${plain(author?.name ?? 'Somebody')}**${part_type === 'note' ? ' noted' : ''}: ${plain((body ?? '').replace(/<[^>]+>/g, ''))}`,
      ),
  ]
  return `**${plain(subjectOf(latest))}** is ${plain(latest.state ?? 'open')}, with ${String(parts.length + 1)} messages:\n\n${lines.join('\n')}`
}
