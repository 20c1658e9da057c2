import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Account } from '../../../src/contract/conversation'
import { jsonObjectSchema, type Json, type JsonObject } from '../../../src/contract/json'
import { findCataloguePlace } from '../../../src/main/assistant/catalogue-place'
import { findIntercomPlace, intercomMentions } from '../../../src/main/assistant/intercom-place'
import { findMondayPlace, mondayMentions } from '../../../src/main/assistant/monday-place'
import type { Looking, Place } from '../../../src/main/assistant/place'
import { riskOf } from '../../../src/main/assistant/risk'
import { sameWho } from '../../../src/main/assistant/same-who'
import type { CatalogTool } from '../../../src/main/assistant/tool-catalog'
import { otherConnectors } from './other-connectors'

const looking = (args: JsonObject, answers: Readonly<Record<string, Json>>): Looking => ({
  args,
  read: (tool) => Promise.resolve(answers[tool]),
})

const named = ({ objects = [] }: Place): readonly string[] =>
  objects.map(({ kind, id, name }) => `${kind} ${id} ${name}`)

const intercom: Readonly<Record<string, Json>> = {
  intercom_retrieve_conversation: {
    id: '901',
    source: { subject: '', body: '<p>Where is my refund?</p>', author: { type: 'user', name: 'Lena Fischer' } },
  },
  intercom_retrieve_contact: { id: 'c1', name: 'Lena Fischer', email: 'lena@example.com' },
  intercom_list_tags: { data: [{ id: '7', name: 'VIP' }] },
  intercom_list_admins: { admins: [{ id: '3', name: 'Ada' }] },
  intercom_retrieve_company: { id: '5', name: 'Halden Foods' },
  intercom_retrieve_ticket: { id: '8', ticket_attributes: { _default_title_: 'Broken door' } },
}

describe('what a call of Intercom is about', () => {
  test.each([
    [
      'intercom_reply_to_conversation',
      { conversation_id: '901' },
      ['conversation 901 Where is my refund?, Lena Fischer'],
    ],
    ['intercom_delete_contact', { contact_id: 'c1' }, ['contact c1 Lena Fischer (lena@example.com)']],
    [
      'intercom_attach_tag_to_contact',
      { contact_id: 'c1', id: '7' },
      ['contact c1 Lena Fischer (lena@example.com)', 'tag 7 VIP'],
    ],
    ['intercom_update_company', { company_id: '5', name: 'x' }, ['company 5 Halden Foods']],
    ['intercom_update_ticket', { ticket_id: '8' }, ['ticket 8 Broken door']],
    [
      'intercom_create_message',
      { from: { type: 'admin', id: '3' }, to: { type: 'user', id: 'c1' } },
      ['admin 3 Ada', 'contact c1 Lena Fischer (lena@example.com)'],
    ],
  ])('%s', async (tool, args, expected) => {
    expect(named(await findIntercomPlace(tool, looking(args, intercom)))).toEqual(expected)
  })
})

const monday: Readonly<Record<string, Json>> = {
  monday_boards_list: {
    boards: [
      { id: '10', name: 'Marketing', workspace: { id: '1', name: 'Work' }, groups: [{ id: 'g', title: 'This week' }] },
    ],
  },
  monday_items_get: { items: [{ id: '500', name: 'Teaser', board: { id: '10' } }] },
  monday_updates_list: { updates: [{ id: '60', item_id: '500', body: '<p>First cut</p>' }] },
  monday_users_list: { users: [{ id: '9', name: 'Mira' }] },
}

describe('what a call of Monday.com is about', () => {
  test.each([
    [
      'monday_item_move_to_group',
      { group_id: 'g', item_id: '500' },
      ['group g This week', 'item 500 Teaser', 'board 10 Marketing'],
    ],
    ['monday_update_delete', { id: '60' }, ['update 60 First cut', 'item 500 Teaser', 'board 10 Marketing']],
    ['monday_users_deactivate', { user_ids: ['9'] }, ['user 9 Mira']],
  ])('%s', async (tool, args, expected) => {
    expect(named(await findMondayPlace(tool, looking(args, monday)))).toEqual(expected)
  })
})

test('other connectors: the obvious read of their own catalogue names it, and no other tool is asked', async () => {
  const tools = otherConnectors(400)
    .filter(({ provider }) => provider === 'NOTION')
    .map((record): CatalogTool => ({
      modelName: record.name,
      title: record.title,
      providerName: 'Notion',
      risk: riskOf(record.name),
      record,
    }))
  const asked: string[] = []
  const place = await findCataloguePlace(
    'notion_page_update',
    tools.filter(({ risk }) => risk === 'read'),
    {
      args: { page_id: 'p1' },
      read: (tool) => {
        asked.push(tool)
        return Promise.resolve({ page: { id: 'p1', title: 'Roadmap' } })
      },
    },
  )
  expect(named(place)).toEqual(['page p1 Roadmap'])
  expect(asked).toEqual(['notion_page_get'])
})

const catalogueSchema = z.record(z.string(), z.array(z.object({ name: z.string(), input_schema: jsonObjectSchema })))

test('every reviewed write of the whole catalogue that takes an id of something names what it is about', () => {
  const read = catalogueSchema.parse(
    JSON.parse(readFileSync(new URL('../../fixtures/scalekit-tools.json', import.meta.url), 'utf8')),
  )
  const mentions = { monday: mondayMentions, intercom: intercomMentions }
  const silent = (['monday', 'intercom'] as const).flatMap((provider) =>
    (read[provider] ?? [])
      .filter(({ name }) => riskOf(name) !== 'read')
      .filter(({ name, input_schema }) => {
        const { required = [] } = z.object({ required: z.array(z.string()).optional() }).parse(input_schema)
        const ids = required.filter((argument) => /(?:^|_)ids?$/.test(argument))
        const args = Object.fromEntries(ids.map((argument) => [argument, '1']))
        return ids.length > 0 && mentions[provider](name, args).length === 0
      })
      .map(({ name }) => name),
  )
  expect(silent).toEqual(['monday_webhook_delete', 'intercom_create_data_event_summaries', 'intercom_update_visitor'])
})

describe('who it is', () => {
  const ada: Account = { label: 'Ada', email: 'ada@x.example', id: '1', tenant: 'X', tenantId: '9' }
  test.each<[string, Account, boolean | 'cannot-tell']>([
    ['the same', ada, true],
    ['another person', { ...ada, email: 'ben@x.example' }, false],
    ['another id', { ...ada, id: '2' }, false],
    ['another company of the same name', { ...ada, tenantId: '8' }, false],
    ['nothing', {}, 'cannot-tell'],
  ])('%s', (_what, now, same) => {
    expect(sameWho(ada, now)).toBe(same)
  })
})
