import type { JsonObject } from '../../contract/json'
import { argument, judgeCreation, judgeState, objectsIn, plain, type ProbeMaker } from './probe'

const saying =
  (body: string) =>
  (object: JsonObject): boolean =>
    typeof object['body'] === 'string' && plain(object['body']) === plain(body)

const conversation = (args: JsonObject): JsonObject | undefined => {
  const id = argument(args, 'conversation_id')
  return id === undefined ? undefined : { conversation_id: id, display_as: 'plaintext' }
}

const replied: ProbeMaker = ({ args, approvedAt }) => {
  const body = argument(args, 'body')
  const found = conversation(args)
  if (body === undefined || found === undefined) return undefined
  return {
    tool: 'intercom_retrieve_conversation',
    args: found,
    judge: judgeCreation({ matches: saying(body), approvedAt, complete: true }),
  }
}

const noted: ProbeMaker = ({ args, approvedAt }) => {
  const body = argument(args, 'body')
  const contact = argument(args, 'contact_id')
  if (body === undefined || contact === undefined) return undefined
  return {
    tool: 'intercom_list_contact_notes',
    args: { contact_id: contact },
    judge: judgeCreation({ matches: saying(body), approvedAt, complete: true }),
  }
}

const contactCreated: ProbeMaker = ({ args, approvedAt }) => {
  const email = argument(args, 'email')
  if (email === undefined) return undefined
  const matches = (object: JsonObject): boolean => object['email'] === email
  return {
    tool: 'intercom_search_contacts',
    args: { query: { field: 'email', operator: '=', value: email } },
    judge: judgeCreation({ matches, approvedAt, complete: true }),
  }
}

const conversationStarted: ProbeMaker = ({ args, approvedAt }) => {
  const body = argument(args, 'body')
  if (body === undefined) return undefined
  const matches = (object: JsonObject): boolean =>
    objectsIn(object['source'] ?? null).some(saying(body)) || ('created_at' in object && saying(body)(object))
  return {
    tool: 'intercom_list_conversations',
    args: { per_page: 50 },
    judge: judgeCreation({ matches, approvedAt, complete: false }),
  }
}

const stateAfter: Readonly<Record<string, string>> = { close: 'closed', open: 'open', snoozed: 'snoozed' }

const managed: ProbeMaker = ({ args }) => {
  const found = conversation(args)
  const state = stateAfter[argument(args, 'message_type') ?? '']
  // A message that may have gone out with it can't be told from the state.
  if (found === undefined || state === undefined || argument(args, 'body') !== undefined) return undefined
  return {
    tool: 'intercom_retrieve_conversation',
    args: found,
    judge: judgeState((result) => {
      const shown = objectsIn(result).find((object) => typeof object['state'] === 'string')
      return shown === undefined ? undefined : shown['state'] === state
    }),
  }
}

const tagged =
  (present: boolean, tool: string, subject: 'conversation_id' | 'contact_id'): ProbeMaker =>
  ({ args }) => {
    const id = argument(args, subject)
    const tag = argument(args, present ? 'id' : 'tag_id')
    if (id === undefined || tag === undefined) return undefined
    return {
      tool,
      args: { [subject]: id },
      judge: judgeState((result) => {
        const tags = objectsIn(result).filter((object) => object['type'] === 'tag')
        const there = tags.some((object) => argument(object, 'id') === tag)
        return there === present
      }),
    }
  }

/** How to find out what became of Intercom's calls. */
export const intercomProbes: Readonly<Record<string, ProbeMaker>> = {
  intercom_reply_to_conversation: replied,
  intercom_create_contact_note: noted,
  intercom_create_contact: contactCreated,
  intercom_create_conversation: conversationStarted,
  intercom_manage_conversation: managed,
  intercom_attach_tag_to_conversation: tagged(true, 'intercom_retrieve_conversation', 'conversation_id'),
  intercom_detach_tag_from_conversation: tagged(false, 'intercom_retrieve_conversation', 'conversation_id'),
  intercom_attach_tag_to_contact: tagged(true, 'intercom_list_contact_tags', 'contact_id'),
  intercom_detach_tag_from_contact: tagged(false, 'intercom_list_contact_tags', 'contact_id'),
}
