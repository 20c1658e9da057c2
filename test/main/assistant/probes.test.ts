import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../../../src/contract/json'
import type { Finding } from '../../../src/main/assistant/probe'
import { intercomProbes } from '../../../src/main/assistant/probes-intercom'
import { mondayProbes } from '../../../src/main/assistant/probes-monday'
import { reviewedRisks } from '../../../src/main/assistant/risk'

const probes = { ...mondayProbes, ...intercomProbes }
const approvedAt = Date.UTC(2026, 0, 1, 12)
const at = (minutes: number): string => new Date(approvedAt + minutes * 60_000).toISOString()
const seconds = (minutes: number): number => Math.floor(approvedAt / 1000) + minutes * 60

const judge = (tool: string, args: JsonObject, result: Json): Finding['kind'] | undefined =>
  probes[tool]?.({ args, approvedAt })?.judge(result).kind

test('every probe belongs to a tool that changes something, and looks with one that only reads', () => {
  const args = {
    board_id: '1',
    board_name: 'b',
    item_id: '1',
    item_name: 'i',
    body: 'b',
    conversation_id: '1',
    contact_id: '1',
    id: '1',
    tag_id: '1',
    email: 'e',
    group_id: 'g',
    column_id: 'c',
  }
  for (const [tool, make] of Object.entries(probes)) {
    expect(reviewedRisks.get(tool)).not.toBe('read')
    const probe =
      make({ args, approvedAt }) ?? make({ args: { conversation_id: '1', message_type: 'close' }, approvedAt })
    expect(reviewedRisks.get(probe?.tool ?? '')).toBe('read')
  }
})

describe('an item that may have been created', () => {
  const args = { board_id: '1', item_name: 'Brief' }
  const board = (items: readonly Json[], cursor: string | null = null): Json => ({
    boards: [{ items_page: { cursor, items } }],
  })
  test.each<[string, Json, string]>([
    ['is there, made after the approval', board([{ id: '2', name: 'Brief', created_at: at(0.1) }]), 'found'],
    ['is not there', board([{ id: '2', name: 'Other', created_at: at(0.1) }]), 'not-found'],
    ['has an old namesake', board([{ id: '2', name: 'Brief', created_at: at(-600) }]), 'not-found'],
    ['has a namesake of about the same time', board([{ id: '2', name: 'Brief', created_at: at(-2) }]), 'cannot-tell'],
    ['has a namesake without a time', board([{ id: '2', name: 'Brief' }]), 'cannot-tell'],
    ['may be on the next page', board([], 'more'), 'cannot-tell'],
  ])('%s', (_what, result, finding) => {
    expect(judge('monday_item_create', args, result)).toBe(finding)
  })

  test('gives nothing to look for without a name', () => {
    expect(probes['monday_item_create']?.({ args: { board_id: '1' }, approvedAt })).toBeUndefined()
  })
})

describe('a reply that may have been sent', () => {
  const args = { conversation_id: '7', body: 'It’s on its way & paid.' }
  const conversation = (parts: readonly Json[]): Json => ({ id: '7', state: 'open', conversation_parts: { parts } })
  test.each<[string, Json, string]>([
    [
      'is there, as HTML',
      conversation([{ body: '<p>It’s on its way &amp; paid.</p>', created_at: seconds(1) }]),
      'found',
    ],
    ['is not there', conversation([{ body: '<p>Other</p>', created_at: seconds(1) }]), 'not-found'],
    ['was said before', conversation([{ body: 'It’s on its way & paid.', created_at: seconds(-60) }]), 'not-found'],
  ])('%s', (_what, result, finding) => {
    expect(judge('intercom_reply_to_conversation', args, result)).toBe(finding)
  })
})

describe('a change that may have been made', () => {
  const item = (fields: JsonObject): Json => ({ items: [{ id: '1', name: 'x', ...fields }] })
  test.each<[string, JsonObject, Json, string]>([
    ['monday_item_archive', { item_id: '1' }, item({ state: 'archived' }), 'found'],
    ['monday_item_archive', { item_id: '1' }, item({ state: 'active' }), 'not-found'],
    ['monday_item_archive', { item_id: '1' }, { items: [] }, 'cannot-tell'],
    ['monday_item_delete', { item_id: '1' }, { items: [] }, 'found'],
    ['monday_item_delete', { item_id: '1' }, item({ state: 'active' }), 'not-found'],
    ['monday_item_move_to_group', { item_id: '1', group_id: 'g' }, item({ group: { id: 'g' } }), 'found'],
    ['monday_item_move_to_group', { item_id: '1', group_id: 'g' }, item({ group: { id: 'h' } }), 'not-found'],
    [
      'monday_item_column_simple_value_change',
      { item_id: '1', column_id: 's', value: 'Done' },
      item({ column_values: [{ id: 's', text: 'Done' }] }),
      'found',
    ],
    [
      'intercom_manage_conversation',
      { conversation_id: '1', message_type: 'close' },
      { id: '1', state: 'closed' },
      'found',
    ],
    [
      'intercom_manage_conversation',
      { conversation_id: '1', message_type: 'close' },
      { id: '1', state: 'open' },
      'not-found',
    ],
    ['intercom_attach_tag_to_contact', { contact_id: '1', id: '9' }, { data: [{ type: 'tag', id: '9' }] }, 'found'],
    [
      'intercom_detach_tag_from_contact',
      { contact_id: '1', tag_id: '9' },
      { data: [{ type: 'tag', id: '9' }] },
      'not-found',
    ],
  ])('%s %j', (...[tool, args, result, finding]) => {
    expect(judge(tool, args, result)).toBe(finding)
  })

  test('with a message that may have gone out with it can not be told from the state', () => {
    const args = { conversation_id: '1', message_type: 'close', body: 'Bye' }
    expect(probes['intercom_manage_conversation']?.({ args, approvedAt })).toBeUndefined()
  })
})
