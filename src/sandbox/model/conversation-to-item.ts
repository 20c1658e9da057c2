import { findContact, findLatestConversation, subjectOf } from './intercom-lookups'
import { createItemsPlan } from './monday-writes'
import type { Plan } from './plan'

/** "Create an item for the latest conversation from lena.fischer@example.com on the Marketing board" */
export function* conversationToItemPlan(email: string, boardName: string): Plan {
  const contact = yield* findContact(email)
  const conversation = yield* findLatestConversation(contact)
  const name = `${subjectOf(conversation)} (${contact.name ?? email})`
  return yield* createItemsPlan([name], boardName)
}
