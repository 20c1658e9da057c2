import { describe, expect, test } from 'vitest'
import type { ToolCall } from '../../../src/contract/conversation'
import { changesWith } from '../../../src/renderer/message/changes'
import { call as callWith } from '../samples'

const call: ToolCall = callWith({
  args: { board_id: '1', item_id: '2', column_values: '{"status":{"label":"Done"},"text":"Ready"}' },
  changes: [
    { field: 'status', title: 'Status', argument: 'column_values', key: 'status', before: 'Stuck', after: 'Done' },
    { field: 'text', title: 'Notes', argument: 'column_values', key: 'text', before: '', after: 'Ready' },
  ],
})

describe('before and after on a card', () => {
  test('is shown in the provider’s words', () => {
    expect(changesWith(call, call.args)).toEqual([
      { label: 'Status', before: 'Stuck', after: 'Done' },
      { label: 'Notes', before: '', after: 'Ready' },
    ])
  })

  test('follows an edit, also inside of an argument', () => {
    const args = { ...call.args, column_values: '{"status":{"label":"Working on it"}}' }
    expect(changesWith(call, args)).toEqual([{ label: 'Status', before: 'Stuck', after: 'Working on it' }])
  })

  test('is not claimed of something else than what was read', () => {
    expect(changesWith(call, { ...call.args, item_id: '3' })).toBeUndefined()
  })

  test('stays when an argument changes that it does not depend on', () => {
    expect(changesWith(call, { ...call.args, create_labels_if_missing: true })).toHaveLength(2)
  })

  test('says yes and no, and times', () => {
    const changes = [
      { field: 'archived', before: false, after: true },
      { field: 'snoozed_until', before: null, after: 1_900_000_000 },
    ]
    const [archived, snoozed] = changesWith({ ...call, changes }, call.args) ?? []
    expect(archived).toEqual({ label: 'Archived', before: 'No', after: 'Yes' })
    expect(snoozed?.after).toContain('2030')
  })
})
