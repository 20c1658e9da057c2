import type { Json, JsonObject } from '../../contract/json'
import { shownWords } from './account-words'
import { kindOfArgument, mentionsIn, type KindOf, type Mention } from './mentions'
import { byWays, findPlace, firstWords, nameIn, withId, type Looking, type ObjectFinder, type Place } from './place'
import type { Way } from './place'
import { argument, objectsIn } from './probe'

const contactName = (object: JsonObject): string | undefined => {
  const name = shownWords(object['name'])
  const email = shownWords(object['email'])
  if (name === undefined || email === undefined || name === email) return name ?? email ?? shownWords(object['phone'])
  return `${name} (${email})`
}

const retrieve = (kind: string, argumentName = `${kind}_id`): Way => ({
  tool: `intercom_retrieve_${kind}`,
  args: (id) => ({ [argumentName]: id }),
  alone: true,
})

const list = (things: string, name: NonNullable<Way['name']> = nameIn): Way => ({
  tool: `intercom_list_${things}`,
  args: () => ({}),
  name,
})

const contact = byWays([{ ...retrieve('contact'), name: contactName }])

const firstOf = (value: Json | undefined): JsonObject | undefined => objectsIn(value ?? null)[0]

const isCustomer = (author: JsonObject): boolean => author['type'] === 'user' || author['type'] === 'lead'

const authorIn = (conversation: JsonObject): string | undefined => {
  const author = firstOf(firstOf(conversation['source'])?.['author'])
  if (author === undefined || !isCustomer(author)) return undefined
  return shownWords(author['name']) ?? shownWords(author['email'])
}

const customerOf = async (conversation: JsonObject, looking: Looking): Promise<string | undefined> => {
  const name = authorIn(conversation)
  if (name !== undefined) return name
  const [first] = objectsIn(firstOf(conversation['contacts'])?.['contacts'] ?? null)
  const id = first && argument(first, 'id')
  return id === undefined ? undefined : (await contact(id, looking))?.name
}

const aboutOf = (conversation: JsonObject): string | undefined => {
  const source = firstOf(conversation['source']) ?? {}
  const body = shownWords(source['body'])
  const words = [conversation['title'], source['subject']].map(shownWords).find((text) => text !== undefined)
  return (words ?? body === undefined) ? words : firstWords(body)
}

const conversation: ObjectFinder = async (id, looking) => {
  const result = await looking.read('intercom_retrieve_conversation', { conversation_id: id, display_as: 'plaintext' })
  const found = objectsIn(result ?? null).find((object) => argument(object, 'id') === id && 'source' in object)
  if (found === undefined) return undefined
  const customer = await customerOf(found, looking)
  const parts = [aboutOf(found), customer].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : { name: parts.join(', ') }
}

const ticketTitle = (ticket: JsonObject): string | undefined =>
  objectsIn(ticket['ticket_attributes'] ?? null)
    .map((fields) => shownWords(fields['_default_title_']))
    .find((words) => words !== undefined)

const attributeOf: ObjectFinder = async (id, { args, read }) => {
  const typeId = argument(args, 'ticket_type_id')
  const result =
    typeId === undefined ? undefined : await read('intercom_retrieve_ticket_type', { ticket_type_id: typeId })
  const attribute = withId(result, id)
  const name = attribute && nameIn(attribute)
  return name === undefined ? undefined : { name }
}

const admin = [retrieve('admin'), list('admins')]
const team = [retrieve('team'), list('teams')]

const finders: Readonly<Record<string, ObjectFinder>> = {
  conversation,
  contact,
  from: contact,
  into: contact,
  company: byWays([
    retrieve('company'),
    { tool: 'intercom_list_companies', args: (id) => ({ company_id: id }), alone: true },
  ]),
  tag: byWays([retrieve('tag'), list('tags')]),
  ticket: byWays([{ ...retrieve('ticket'), name: ticketTitle }]),
  ticket_type: byWays([retrieve('ticket_type'), list('ticket_types')]),
  attribute: attributeOf,
  admin: byWays(admin),
  assignee: byWays([...admin, ...team]),
  article: byWays([retrieve('article')]),
  news_item: byWays([retrieve('news_item')]),
  collection: byWays([retrieve('help_center_collection', 'collection_id'), list('help_center_collections')]),
  help_center: byWays([retrieve('help_center'), list('help_centers')]),
  subscription: byWays([list('subscription_types')]),
  data_attribute: byWays([list('data_attributes')]),
  source: byWays([list('content_import_sources', (object) => shownWords(object['url']) ?? nameIn(object))]),
  visitor: byWays([{ ...retrieve('visitor', 'user_id'), name: contactName }]),
}

const ids: readonly (readonly [RegExp, string])[] = [
  [/_tag(?:_|$)/, 'tag'],
  [/_subscription_/, 'subscription'],
  [/_contact_to_company$/, 'company'],
]

const kinds: Readonly<Record<string, string>> = {
  parent_id: 'collection',
  author_id: 'admin',
  sender_id: 'admin',
  owner_id: 'admin',
}

const kindIn =
  (tool: string): KindOf =>
  (name) => {
    switch (name) {
      case 'id':
        return ids.find(([pattern]) => pattern.test(tool))?.[1]
      case 'from':
      case 'into':
        return tool === 'intercom_merge_contacts' ? name : undefined
      case 'user_id':
        return tool === 'intercom_update_visitor' ? 'visitor' : undefined
      default:
        return kinds[name] ?? kindOfArgument(name)
    }
  }

const person = (value: Json | undefined, argumentName: string): readonly Mention[] =>
  objectsIn(value ?? null).flatMap((object) => {
    const id = argument(object, 'id') ?? argument(object, 'intercom_user_id')
    return id === undefined
      ? []
      : [{ kind: object['type'] === 'admin' ? 'admin' : 'contact', id, argument: argumentName }]
  })

/** What a call of Intercom's names by id, the people in `from`, `to` and the like too. */
export const intercomMentions = (tool: string, args: JsonObject): readonly Mention[] => [
  ...mentionsIn(args, kindIn(tool)),
  ...['from', 'to', 'customer', 'contacts'].flatMap((name) => person(args[name], name)),
]

/** Finds out by reading what a call of Intercom's is about; its workspace is that of the account. */
export const findIntercomPlace = (tool: string, looking: Looking): Promise<Place> =>
  findPlace(intercomMentions(tool, looking.args), ({ kind }) => finders[kind], looking)
