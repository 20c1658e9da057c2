import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/contract/json'
import {
  changedMeanwhile,
  differencesOf,
  inverseOf,
  reviewOf,
  shownChanges,
} from '../../../src/main/assistant/reviewed-writes'
import type { Undoable } from '../../../src/main/assistant/reviewed-write'
import { reviewedRisks } from '../../../src/main/assistant/risk'
import { intercomWrites } from '../../../src/main/assistant/writes-intercom'
import { mondayWrites } from '../../../src/main/assistant/writes-monday'
import { catalogTool, openSampleAccount, type SampleAccount } from './sample-account'

const board_id = '5091000001'
const item_id = '5091002000'
const contact_id = '66a1f0c01000'
const conversation_id = '215480000100'
const own = { admin_id: '401', type: 'admin', conversation_id }

const reviewed = { ...mondayWrites, ...intercomWrites }
const providerOf = (tool: string): 'monday' | 'intercom' => (tool.startsWith('monday_') ? 'monday' : 'intercom')

const find = async (account: SampleAccount, tool: string, args: JsonObject): Promise<JsonObject | null> =>
  (await reviewOf(tool)?.find?.(args, account.read)) ?? null

/** Does a write and takes it back, with what was read before. */
const thereAndBack = async (
  tool: string,
  args: JsonObject,
  before: readonly (readonly [string, JsonObject])[] = [],
) => {
  const account = openSampleAccount(providerOf(tool))
  for (const [first, given] of before) account.run(first, given)
  const start = account.sight()
  const seen = await find(account, tool, args)
  const result = account.run(tool, args)
  const changed = account.sight()
  const inverse = inverseOf(tool, { args, seen, result }, account.tools)
  if (inverse !== undefined) account.run(inverse.use.tool, inverse.use.args)
  return { start, changed, end: account.sight(), inverse, seen, differences: differencesOf(tool, args, seen) }
}

const text = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((value) => value.trim() !== '')
const status = fc.constantFrom('Working on it', 'Done', 'Stuck', 'Not started')
const group = fc.constantFrom('this_week', 'next_week', 'launch', 'backlog', 'done')
const person = fc.constantFrom(61001, 61003, 61004)

const columns = fc.record(
  {
    name: text,
    status: status.map((label) => ({ label })),
    priority: fc.constantFrom('High', 'Medium', 'Low'),
    date: fc.constantFrom('2026-03-01', '2027-12-31').map((date) => ({ date })),
    person: person.map((id) => ({ personsAndTeams: [{ id, kind: 'person' }] })),
    text,
  },
  { requiredKeys: ['status'] },
)

// One row for each write that the sandbox's providers know and that can be taken back.
const writes: Readonly<Record<string, fc.Arbitrary<JsonObject>>> = {
  monday_item_create: text.map((item_name) => ({ board_id, item_name })),
  monday_subitem_create: text.map((item_name) => ({ parent_item_id: item_id, item_name })),
  monday_item_duplicate: fc.boolean().map((with_updates) => ({ board_id, item_id, with_updates })),
  monday_item_column_simple_value_change: fc.oneof(
    status.map((value): JsonObject => ({ board_id, item_id, column_id: 'status', value })),
    text.map((value): JsonObject => ({ board_id, item_id, column_id: 'text', value })),
    fc.constant({ board_id, item_id, column_id: 'person', value: 'Jonas Weber' }),
  ),
  monday_item_column_value_change: person.map((id) => ({
    board_id,
    item_id,
    column_id: 'person',
    value: JSON.stringify({ personsAndTeams: [{ id, kind: 'person' }] }),
  })),
  monday_item_column_values_change: columns.map((values) => ({
    board_id,
    item_id,
    column_values: JSON.stringify(values),
  })),
  monday_item_move_to_group: group.map((group_id) => ({ item_id, group_id })),
  monday_item_description_set: text.map((markdown) => ({ item_id, markdown })),
  monday_update_create: text.map((body) => ({ item_id, body })),
  monday_update_edit: text.map((body) => ({ id: '5091001001', body })),
  monday_board_create: text.map((board_name) => ({ board_name, board_kind: 'public' })),
  monday_board_update: fc.record({
    board_id: fc.constant(board_id),
    board_attribute: fc.constantFrom('name', 'description'),
    new_value: text,
  }),
  monday_group_create: text.map((group_name) => ({ board_id, group_name })),
  monday_group_update: text.map((new_value) => ({ board_id, group_id: 'launch', attribute: 'title', new_value })),
  monday_column_title_change: text.map((title) => ({ board_id, column_id: 'date', title })),
  intercom_create_contact: fc.nat().map((n) => ({ email: `new${String(n)}@example.com`, role: 'user' })),
  intercom_update_contact: fc.record(
    {
      contact_id: fc.constant(contact_id),
      name: text,
      phone: text,
      email: fc.constant('other@example.com'),
      unsubscribed_from_emails: fc.boolean(),
    },
    { requiredKeys: ['contact_id', 'name'] },
  ),
  intercom_archive_contact: fc.constant({ contact_id }),
  intercom_unarchive_contact: fc.constant({ contact_id }),
  intercom_attach_tag_to_contact: fc.constantFrom('701', '702').map((id) => ({ contact_id, id })),
  intercom_detach_tag_from_contact: fc.constantFrom('701', '702').map((tag_id) => ({ contact_id, tag_id })),
  intercom_attach_tag_to_conversation: fc
    .constantFrom('701', '702')
    .map((id) => ({ admin_id: '401', conversation_id, id })),
  intercom_detach_tag_from_conversation: fc
    .constantFrom('701', '702')
    .map((tag_id) => ({ admin_id: '401', conversation_id, tag_id })),
  intercom_create_or_update_tag: fc.oneof(
    fc.nat().map((n): JsonObject => ({ name: `tag ${String(n)}` })),
    text.map((name): JsonObject => ({ id: '702', name })),
    fc.constant({ name: 'VIP' }),
  ),
  intercom_manage_conversation: fc.oneof(
    fc.constantFrom('close', 'open').map((message_type): JsonObject => ({ ...own, message_type })),
    fc.constant({ ...own, message_type: 'snoozed', snoozed_until: 1_900_000_000 }),
    fc.constantFrom('402', '501', '0').map((assignee_id): JsonObject => ({
      ...own,
      message_type: 'assignment',
      assignee_id,
    })),
  ),
  intercom_update_company: fc.record(
    {
      company_id: fc.constant('66b2c0d00001'),
      name: text,
      website: text,
      industry: text,
      plan: text,
      size: fc.nat(),
    },
    { requiredKeys: ['company_id', 'plan'] },
  ),
}

const beginnings: Readonly<Record<string, fc.Arbitrary<readonly (readonly [string, JsonObject])[]>>> = {
  intercom_attach_tag_to_contact: fc.subarray([['intercom_attach_tag_to_contact', { contact_id, id: '701' }] as const]),
  intercom_detach_tag_from_contact: fc.subarray([
    ['intercom_attach_tag_to_contact', { contact_id, id: '701' }] as const,
  ]),
  intercom_attach_tag_to_conversation: fc.subarray([
    ['intercom_attach_tag_to_conversation', { admin_id: '401', conversation_id, id: '701' }] as const,
  ]),
  intercom_detach_tag_from_conversation: fc.subarray([
    ['intercom_attach_tag_to_conversation', { admin_id: '401', conversation_id, id: '701' }] as const,
  ]),
  intercom_unarchive_contact: fc.subarray([['intercom_archive_contact', { contact_id }] as const]),
  intercom_manage_conversation: fc.subarray([
    ['intercom_manage_conversation', { ...own, message_type: 'close' }] as const,
    ['intercom_manage_conversation', { ...own, message_type: 'assignment', assignee_id: '0' }] as const,
  ]),
}

describe('what was written is taken back', () => {
  for (const [tool, args] of Object.entries(writes)) {
    test(`${tool}, on the sandbox’s own provider`, async () => {
      await fc.assert(
        fc.asyncProperty(args, beginnings[tool] ?? fc.constant([]), async (given, before) => {
          const { start, changed, end, inverse } = await thereAndBack(tool, given, before)
          expect(end).toEqual(start)
          // Where nothing changed there is nothing to take back.
          if (inverse === undefined) expect(changed).toEqual(start)
        }),
        { numRuns: 25 },
      )
    })
  }
})

describe('before and after', () => {
  const shown = async (tool: string, args: JsonObject) => {
    const { differences } = await thereAndBack(tool, args)
    return shownChanges(differences)
  }

  test('a column has its title, and both values as people read them', async () => {
    const args = { board_id, item_id, column_values: JSON.stringify({ status: { label: 'Stuck' }, name: 'Other' }) }
    const [first, second] = await shown('monday_item_column_values_change', args)
    expect(first).toMatchObject({ title: 'Status', after: 'Stuck', argument: 'column_values', key: 'status' })
    expect(first?.before).not.toBe('')
    expect(second).toMatchObject({ field: 'name', after: 'Other' })
  })

  test('a group and an assignee have their names', async () => {
    expect(await shown('monday_item_move_to_group', { item_id, group_id: 'backlog' })).toEqual([
      { field: 'group', before: 'This week', after: 'Backlog', argument: 'group_id' },
    ])
    const args = { ...own, message_type: 'assignment', assignee_id: '402' }
    expect(await shown('intercom_manage_conversation', args)).toEqual([
      { field: 'assignee', before: 'Ada Lindqvist', after: 'Jonas Weber', argument: 'assignee_id' },
    ])
  })

  test('tags are shown whole', async () => {
    expect(await shown('intercom_attach_tag_to_contact', { contact_id, id: '701' })).toEqual([
      { field: 'tags', before: '', after: 'VIP' },
    ])
  })
})

test('only a field that the call changes counts as changed meanwhile', async () => {
  const account = openSampleAccount('monday')
  const args = { board_id, item_id, column_id: 'status', value: 'Stuck' }
  const tool = 'monday_item_column_simple_value_change'
  const before = differencesOf(tool, args, await find(account, tool, args))
  account.run(tool, { ...args, column_id: 'text', value: 'Something else' })
  expect(changedMeanwhile(before, differencesOf(tool, args, await find(account, tool, args)))).toBe(false)
  account.run(tool, { ...args, value: before[0]?.before === 'Done' ? 'Not started' : 'Done' })
  expect(changedMeanwhile(before, differencesOf(tool, args, await find(account, tool, args)))).toBe(true)
})

describe('what can be taken back', () => {
  const useFor = (tool: string, undoable: Undoable) =>
    inverseOf(tool, undoable, [...reviewedRisks.keys()].map(catalogTool))?.use

  test.each([
    ['intercom_reply_to_conversation', { ...own, message_type: 'comment', body: 'Hello' }],
    ['intercom_create_message', { body: 'Hello' }],
    ['intercom_manage_conversation', { ...own, message_type: 'close', body: 'Bye' }],
    ['monday_notification_create', { text: 'Hello' }],
    ['monday_users_invite', { emails: ['a@b.example'] }],
    ['monday_item_delete', { item_id }],
    ['monday_item_archive', { item_id }],
    ['somebody_elses_item_create', { name: 'Hello' }],
  ])('is never %s', async (tool, args) => {
    const account = openSampleAccount(providerOf(tool))
    const seen = await find(account, tool, args)
    expect(useFor(tool, { args, seen, result: { id: '1' } })).toBeUndefined()
  })

  test.each([
    ['monday_column_create', { board_id }, 'monday_column_delete', { board_id, column_id: '7' }],
    ['monday_doc_create', {}, 'monday_doc_delete', { doc_id: '7' }],
    ['monday_webhook_create', {}, 'monday_webhook_delete', { id: '7' }],
    ['intercom_create_article', {}, 'intercom_delete_article', { article_id: '7' }],
    ['intercom_create_help_center_collection', {}, 'intercom_delete_help_center_collection', { collection_id: '7' }],
  ])('is %s, by what came back', (tool, args, ...[inverse, given]) => {
    const result = { made: { id: 7, name: 'x' } }
    expect(useFor(tool, { args, seen: null, result })).toEqual({ tool: inverse, args: given })
    expect(useFor(tool, { args, seen: null, result: { made: {} } })).toBeUndefined()
  })

  test('nothing that the account has no tool for', () => {
    expect(inverseOf('monday_item_create', { args: {}, seen: null, result: { id: '7' } }, [])).toBeUndefined()
  })

  test('a tool that would only archive stands in where there is none that deletes', () => {
    const tools = [catalogTool('monday_item_archive')]
    const undoable = { args: {}, seen: null, result: { create_item: { id: '7' } } }
    expect(inverseOf('monday_item_create', undoable, tools)?.use.tool).toBe('monday_item_archive')
  })
})

test('every reviewed write is a write of the catalogue, and so is every call that takes one back', async () => {
  for (const tool of Object.keys(reviewed)) expect(reviewedRisks.get(tool), tool).not.toBe('read')
  for (const tool of Object.keys(reviewed)) expect(reviewedRisks.has(tool), tool).toBe(true)
  for (const [tool, args] of Object.entries(writes)) {
    const [given] = fc.sample(args, 1)
    const { inverse } = await thereAndBack(tool, given ?? {})
    if (inverse !== undefined) expect(reviewedRisks.get(inverse.use.tool), inverse.use.tool).not.toBe('read')
  }
})
