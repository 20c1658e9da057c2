import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Risk } from '../../../src/contract/conversation'
import type { JsonObject } from '../../../src/contract/json'
import { createAgentLoader } from '../../../src/main/assistant/agent'
import { grantDurationsOf, grantOfferOf, grantTargetOf } from '../../../src/main/assistant/grant-target'
import { reviewedTargets } from '../../../src/main/assistant/grant-targets-reviewed'
import { expiryOf } from '../../../src/main/assistant/grant-record'
import { reviewedRisks, riskOf } from '../../../src/main/assistant/risk'
import { item, openGrantsDesk, type GrantsDesk } from './grants-desk'
import { ada } from './people'
import { wholeCatalogue } from './whole-catalogue'

beforeAll(createAgentLoader(), 60_000)

let open: GrantsDesk | undefined
afterEach(async () => {
  await open?.close()
  open = undefined
})

const call = (tool: string, args: JsonObject, required: readonly string[] = Object.keys(args)) => ({
  tool,
  args,
  args_schema: { type: 'object', required },
  risk: riskOf(tool),
})

describe('what a permission is about', () => {
  test.each<[string, JsonObject, { argument: string; id: string }]>([
    ['monday_item_create', { board_id: '1', item_name: 'a', group_id: 'g' }, { argument: 'board_id', id: '1' }],
    ['monday_item_create', { board_id: 1, item_name: 'a' }, { argument: 'board_id', id: '1' }],
    ['monday_update_create', { item_id: '7', body: 'a' }, { argument: 'item_id', id: '7' }],
    [
      'intercom_reply_to_conversation',
      { conversation_id: '5', admin_id: '2' },
      { argument: 'conversation_id', id: '5' },
    ],
    ['intercom_create_contact_note', { contact_id: 'c', body: 'a' }, { argument: 'contact_id', id: 'c' }],
    ['tracker_card_create', { project_id: 'p-1', title: 'a' }, { argument: 'project_id', id: 'p-1' }],
    ['notes_page_update', { page_id: 'p', text: 'a' }, { argument: 'page_id', id: 'p' }],
  ])('%s %j', (tool, args, target) => {
    expect(grantTargetOf(call(tool, args))).toEqual(target)
  })

  test.each<[string, string, JsonObject]>([
    ['several boards', 'monday_item_create', { board_id: ['1', '2'], item_name: 'a' }],
    ['several boards in one text', 'monday_item_create', { board_id: '1,2', item_name: 'a' }],
    ['a text that is no id', 'monday_item_create', { board_id: '["1","2"]', item_name: 'a' }],
    ['no id', 'monday_item_create', { board_id: '', item_name: 'a' }],
    ['two places', 'monday_item_move_to_board', { board_id: '1', group_id: 'g', item_id: '7' }],
    ['whoever is invited', 'monday_users_invite', { emails: ['a@b.example'] }],
    ['where it sends to', 'monday_webhook_create', { board_id: '1', event: 'e', url: 'https://x.example' }],
    ['who may see it', 'monday_board_permission_set', { board_id: '1', basic_role_name: 'viewer' }],
    ['a message to anybody', 'intercom_create_message', { from: {}, to: {}, body: 'a' }],
    ['nothing that says where', 'tracker_thing_create', { title: 'a' }],
    ['an id that is no place', 'tracker_thing_create', { user_id: '1', title: 'a' }],
    ['two ids', 'tracker_card_update', { project_id: '1', card_id: '2' }],
    ['another id inside', 'tracker_card_update', { project_id: '1', fields: [{ target_project_id: '2' }] }],
    ['an id in other words', 'tracker_card_update', { project_id: '1', targetIds: ['2'] }],
  ])('is nothing for %s', (_what, tool, args) => {
    expect(grantTargetOf(call(tool, args))).toBeNull()
  })

  test('is nothing for an id that the tool does not need', () => {
    expect(grantTargetOf(call('tracker_card_create', { project_id: '1', title: 'a' }, ['title']))).toBeNull()
  })

  test('is reviewed for every tool in the list, and each argument is one that the tool takes', () => {
    const schemas = new Map(wholeCatalogue().map(({ name, inputSchema }) => [name, JSON.stringify(inputSchema)]))
    for (const [tool, argument] of reviewedTargets) {
      expect(reviewedRisks.get(tool), tool).not.toBe('read')
      expect(reviewedRisks.has(tool), tool).toBe(true)
      expect(schemas.get(tool), tool).toContain(`"${argument}":`)
    }
  })
})

describe('how long', () => {
  const durations = (tool: string, risk: Risk = riskOf(tool)) => grantDurationsOf({ tool, risk })
  test('what deletes or reaches people outside lasts no longer than its conversation', () => {
    for (const [tool, risk] of reviewedRisks) {
      const longest = durations(tool).at(-1)
      if (risk === 'read') expect(longest).toBeUndefined()
      else expect(longest).toBe(risk === 'write' ? '30-days' : 'thread')
    }
    expect(durations('tracker_card_delete')).toEqual(['thread'])
    expect(durations('mailer_send_message')).toEqual([])
  })

  test('today ends at midnight, wherever the person is; the others within 30 days', () => {
    const time = new Date(2026, 2, 28, 23, 59, 59).getTime()
    expect(expiryOf('today', time)).toBe(new Date(2026, 2, 29).getTime())
    expect(expiryOf('today', new Date(2026, 2, 29).getTime())).toBe(new Date(2026, 2, 30).getTime())
    for (const duration of ['thread', '30-days'] as const) expect(expiryOf(duration, 0)).toBe(30 * 24 * 3_600_000)
  })
})

test('nothing is offered where others’ words may be behind it, or where something is taken back', () => {
  const plain = { ...call('monday_item_create', { board_id: '1', item_name: 'a' }), account: { object: 'Marketing' } }
  const free = { ...plain, third_party: null, undoes: null, tool_hash: 'h' }
  const none = { target: null, durations: [] }
  expect(grantOfferOf(free)).toMatchObject({ target: { name: 'Marketing' } })
  const third_party = {
    source: 'result' as const,
    title: 'List',
    providerName: 'Monday.com',
    passage: 'x',
    marks: [],
    decoded: false,
    copied: [],
  }
  expect(grantOfferOf({ ...free, third_party })).toEqual(none)
  expect(grantOfferOf({ ...free, undoes: 'other' })).toEqual(none)
  expect(grantOfferOf({ ...free, tool_hash: null })).toEqual(none)
})

describe('what can be allowed', () => {
  test('is offered with the place in words, and nothing else is taken', async () => {
    const desk = await openGrantsDesk()
    open = desk
    const threadId = await desk.order([{ call: 'monday_item_delete', args: { item_id: '9' } }])
    const call = await desk.lastIs(threadId, 'pending')
    expect(call.grantOffer).toMatchObject({ target: { argument: 'item_id', id: '9' }, durations: ['thread'] })
    for (const always of ['today', '30-days'] as const) {
      const answer = await desk.assistant.approveAlways(ada, call.id, { args: call.args, always })
      expect(answer).toMatchObject({ ok: false, failure: { code: 'not-grantable' } })
    }
    expect(desk.last(threadId).state).toBe('pending')
    expect(desk.granted()).toEqual([])
    expect(desk.writes()).toEqual([])
  })

  test('is what was approved after the edit, not what the model asked for', async () => {
    const desk = await openGrantsDesk()
    open = desk
    const threadId = await desk.order([item('1', 'first')])
    const call = await desk.lastIs(threadId, 'pending')
    const args = { board_id: '2', item_name: 'first' }
    await desk.assistant.approveAlways(ada, call.id, { args, always: 'thread' })
    await desk.lastIs(threadId, 'done')
    expect(desk.granted()).toMatchObject([{ target: { argument: 'board_id', id: '2' } }])
    await desk.order([item('1', 'second')], threadId)
    await desk.lastIs(threadId, 'pending')
    expect(desk.writes()).toHaveLength(1)
  })
})
