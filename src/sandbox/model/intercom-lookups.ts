import { z } from 'zod'
import { at, plain, PlanEnd, read, rows, shaped, type Plan } from './plan'

const contactSchema = z.object({ id: z.string(), name: z.string().nullish(), email: z.string().nullish() })

const conversationSchema = z.object({
  id: z.string(),
  title: z.string().nullish(),
  state: z.string().optional(),
  updated_at: z.number(),
  source: z
    .object({
      body: z.string().nullish(),
      subject: z.string().nullish(),
      author: z.object({ name: z.string().nullish() }).optional(),
    })
    .optional(),
})

/** A contact, as far as plans need it. */
export type FoundContact = z.infer<typeof contactSchema>
/** A conversation, as far as plans need it. */
export type FoundConversation = z.infer<typeof conversationSchema>

/** The schema of conversations in results. */
export const foundConversations = conversationSchema

/** The contact with this address; ends the plan when there is none. */
export function* findContact(email: string): Plan<FoundContact> {
  const data = yield* read(`I’ll look for ${plain(email)}.`, {
    tool: 'intercom_search_contacts',
    args: { query: { field: 'email', operator: '=', value: email } },
  })
  const contact = rows(at(data, 'data'), contactSchema).at(0)
  if (contact !== undefined) return contact
  throw new PlanEnd(`Intercom has no contact with the address ${plain(email)} that this account can see.`)
}

/** The contact's conversation that moved last; ends the plan when there is none. */
export function* findLatestConversation(contact: FoundContact): Plan<FoundConversation> {
  const data = yield* read('I’ll look for the latest conversation.', {
    tool: 'intercom_search_conversations',
    args: { query: { field: 'contact_ids', operator: '=', value: contact.id } },
  })
  const [latest] = rows(at(data, 'conversations'), conversationSchema).toSorted(
    (one, other) => other.updated_at - one.updated_at,
  )
  if (latest !== undefined) return latest
  throw new PlanEnd(`There is no conversation with ${plain(contact.email ?? contact.id)} yet.`)
}

const adminSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullish(),
  app: z.object({ name: z.string() }).optional(),
})

/** The admin whose account is connected. */
export function* identifyAdmin(): Plan<z.infer<typeof adminSchema>> {
  const data = yield* read('I’ll ask Intercom whose account this is.', { tool: 'intercom_identify_admin', args: {} })
  return shaped(data, adminSchema)
}

/** What a conversation is about, in a few words. */
export const subjectOf = ({ title, source }: FoundConversation): string =>
  [title, source?.subject, source?.body].find((text) => typeof text === 'string' && text !== '') ?? 'no subject'
