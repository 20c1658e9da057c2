import type { JsonObject } from '../../contract/json'
import { numberOf, objectOf, requiredText, textOf } from '../arguments'
import { ToolRefusal } from '../sample-provider'
import { contactOf, conversationOf, requireFullSeat, requireSelf, tagOf, type IntercomView } from './access'
import type { IntercomTool } from './intercom-tool'
import { paged } from './paged'
import { parseQuery, type Searchable } from './query'
import { conversationShape } from './shapes'
import type { Conversation, ConversationPart } from './state'

const ownConversations = (view: IntercomView): Conversation[] =>
  view.state.conversations
    .filter(({ app }) => app === view.me.app)
    .sort((one, other) => other.updatedAt - one.updatedAt)

const listShape = (view: IntercomView, conversations: readonly Conversation[], args: JsonObject): JsonObject => {
  const { rows, pages, total } = paged(conversations, args)
  const shapes = rows.map((conversation) => conversationShape(view, conversation, { parts: false, plain: false }))
  return { type: 'conversation.list', conversations: shapes, total_count: total, pages }
}

const listConversations: IntercomTool = ({ view, args }) => listShape(view, ownConversations(view), args)

const searchable = (view: IntercomView, conversation: Conversation): Searchable => {
  const first = conversation.parts[0]
  const author = view.state.contacts.find(({ id }) => id === first?.authorId)
  return {
    id: conversation.id,
    contact_ids: conversation.contactIds,
    state: conversation.state,
    open: conversation.state === 'open',
    admin_assignee_id: conversation.assigneeId ?? null,
    tag_ids: conversation.tagIds,
    created_at: conversation.createdAt,
    updated_at: conversation.updatedAt,
    'source.subject': conversation.subject,
    'source.body': first?.body ?? '',
    'source.author.email': author?.email ?? '',
    'source.author.name': author?.name ?? '',
  }
}

const searchConversations: IntercomTool = ({ view, args }) => {
  const matches = parseQuery(objectOf(args, 'query'))
  const found = ownConversations(view).filter((conversation) => matches(searchable(view, conversation)))
  return listShape(view, found, objectOf(args, 'pagination'))
}

const whole = (view: IntercomView, conversation: Conversation, args: JsonObject): JsonObject =>
  conversationShape(view, conversation, { parts: true, plain: textOf(args, 'display_as') === 'plaintext' })

const retrieveConversation: IntercomTool = ({ view, args }) =>
  whole(view, conversationOf(view, requiredText(args, 'conversation_id')), args)

const addPart = (
  view: IntercomView,
  conversation: Conversation,
  part: Pick<ConversationPart, 'type' | 'body'>,
): void => {
  conversation.parts.push({
    ...part,
    id: view.newId(),
    authorType: 'admin',
    authorId: view.me.id,
    createdAt: view.now(),
  })
  conversation.updatedAt = view.now()
}

const replyKind = (args: JsonObject): 'comment' | 'note' => {
  const kind = requiredText(args, 'message_type')
  if (kind === 'comment' || kind === 'note') return kind
  throw new ToolRefusal('invalid', 'Intercom: message_type must be comment or note')
}

const reply: IntercomTool = ({ view, args }) => {
  const conversation = conversationOf(view, requiredText(args, 'conversation_id'))
  requireSelf(view, requiredText(args, 'admin_id'))
  if (textOf(args, 'type') !== 'admin') throw new ToolRefusal('forbidden', 'Intercom: replies are sent as an admin')
  const type = replyKind(args)
  if (type === 'comment') requireFullSeat(view, 'reply to customers')
  addPart(view, conversation, { type, body: requiredText(args, 'body') })
  if (type === 'comment') conversation.state = 'open'
  return whole(view, conversation, args)
}

const manage: IntercomTool = ({ view, args }) => {
  const conversation = conversationOf(view, requiredText(args, 'conversation_id'))
  requireSelf(view, requiredText(args, 'admin_id'))
  requireFullSeat(view, 'close, open, snooze or assign conversations')
  const type = manageConversation(view, conversation, args)
  addPart(view, conversation, { type, body: textOf(args, 'body') ?? '' })
  return whole(view, conversation, args)
}

const manageConversation = (
  view: IntercomView,
  conversation: Conversation,
  args: JsonObject,
): ConversationPart['type'] => {
  const action = requiredText(args, 'message_type')
  switch (action) {
    case 'close':
      conversation.state = 'closed'
      return action
    case 'open':
      conversation.state = 'open'
      return action
    case 'snoozed':
      conversation.snoozedUntil = snoozeTime(args)
      conversation.state = 'snoozed'
      return action
    case 'assignment':
      assign(view, conversation, args)
      return action
    default:
      throw new ToolRefusal('invalid', 'Intercom: message_type must be assignment, close, open or snoozed')
  }
}

const snoozeTime = (args: JsonObject): number => {
  const until = numberOf(args, 'snoozed_until')
  if (until === undefined) throw new ToolRefusal('invalid', 'Intercom: snoozed_until is required to snooze')
  return until
}

/** Intercom's name for nobody among assignees. */
const nobody = '0'

const assign = ({ state, me }: IntercomView, conversation: Conversation, args: JsonObject): void => {
  const id = requiredText(args, 'assignee_id')
  if (id === nobody) delete conversation.assigneeId
  else if ([...state.admins, ...state.teams].some((one) => one.id === id && one.app === me.app))
    conversation.assigneeId = id
  else throw new ToolRefusal('not-found', `Intercom: there is no admin or team ${id}`)
}

const createConversation: IntercomTool = ({ view, args }) => {
  const from = objectOf(args, 'from')
  requireFullSeat(view, 'start conversations')
  const byAdmin = from['type'] === 'admin'
  const authorId = requiredText(from, 'id')
  if (byAdmin) requireSelf(view, authorId)
  const contactIds = byAdmin ? [] : [contactOf(view, authorId).id]
  const body = requiredText(args, 'body')
  const part = { id: view.newId(), type: 'comment', body, authorId, createdAt: view.now() } as const
  const conversation: Conversation = {
    id: view.newId(),
    app: view.me.app,
    subject: textOf(args, 'subject') ?? '',
    contactIds,
    state: 'open',
    tagIds: [],
    createdAt: view.now(),
    updatedAt: view.now(),
    parts: [{ ...part, authorType: byAdmin ? 'admin' : 'user' }],
  }
  view.state.conversations.push(conversation)
  return {
    type: 'user_message',
    id: part.id,
    body,
    message_type: 'inapp',
    conversation_id: conversation.id,
    created_at: conversation.createdAt,
  }
}

const tagConversation =
  (attach: boolean): IntercomTool =>
  ({ view, args }) => {
    const conversation = conversationOf(view, requiredText(args, 'conversation_id'))
    const tag = tagOf(view, requiredText(args, attach ? 'id' : 'tag_id'))
    requireSelf(view, requiredText(args, 'admin_id'))
    requireFullSeat(view, 'tag conversations')
    const others = conversation.tagIds.filter((id) => id !== tag.id)
    conversation.tagIds = attach ? [...others, tag.id] : others
    return { type: 'tag', id: tag.id, name: tag.name }
  }

/** Tools about conversations. */
export const conversationTools: Readonly<Record<string, IntercomTool>> = {
  intercom_list_conversations: listConversations,
  intercom_search_conversations: searchConversations,
  intercom_retrieve_conversation: retrieveConversation,
  intercom_create_conversation: createConversation,
  intercom_reply_to_conversation: reply,
  intercom_manage_conversation: manage,
  intercom_attach_tag_to_conversation: tagConversation(true),
  intercom_detach_tag_from_conversation: tagConversation(false),
}
