import { describe, expect, test } from 'vitest'
import type { ToolRecord } from '../../../src/main/scalekit/port'
import { riskOf } from '../../../src/main/assistant/risk'
import { modelNames, type CatalogTool } from '../../../src/main/assistant/tool-catalog'
import { createToolSearch } from '../../../src/main/assistant/tool-search'
import { schemaRoom, selectTools } from '../../../src/main/assistant/tool-selection'
import { realTools } from './harness'

const asCatalog = (records: readonly ToolRecord[]): CatalogTool[] =>
  records.map((record, index) => ({
    modelName: modelNames(records)[index] ?? '',
    title: record.title,
    providerName: record.provider,
    risk: riskOf(record.name),
    record,
  }))

const all = asCatalog([...realTools('monday'), ...realTools('intercom')])

describe('names for the model', () => {
  test('are the tools’ own where only one connection has them, and tell connections apart where two do', () => {
    const [tool] = realTools('monday')
    if (tool === undefined) throw new Error('no tool')
    expect(modelNames([tool])).toEqual([tool.name])
    expect(modelNames([tool, { ...tool, connection: 'monday-prod' }])).toEqual([
      `monday__${tool.name}`,
      `monday-prod__${tool.name}`,
    ])
  })

  test('are safe and short enough for every provider, and stay different', () => {
    const [tool] = realTools('monday')
    if (tool === undefined) throw new Error('no tool')
    const names = modelNames(
      ['ä'.repeat(50), 'a b c', 'a.b.c', 'x'.repeat(100), `${'x'.repeat(100)}y`].map((name) => ({ ...tool, name })),
    )
    expect(names.every((name) => /^[\w-]{1,64}$/.test(name))).toBe(true)
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('searching tools', () => {
  const search = createToolSearch(all)
  test.each([
    ['who am I', ['monday_me_get', 'intercom_identify_admin']],
    ['create an item on a board', ['monday_item_create']],
    ['new task on the Marketing board', ['monday_item_create']],
    ['reply to the latest conversation', ['intercom_reply_to_conversation']],
    ['find a contact by email', ['intercom_search_contacts']],
    ['list boards', ['monday_boards_list']],
    ['delete an item', ['monday_item_delete']],
    ['add a note to a contact', ['intercom_create_contact_note']],
    ['answer a customer', ['intercom_reply_to_conversation']],
    ['close the conversation', ['intercom_manage_conversation']],
  ])('"%s" finds %j among the first five', (query, expected) => {
    const found = search(query, 5).map(({ record }) => record.name)
    for (const name of expected) expect(found).toContain(name)
  })

  test('finds nothing for nothing', () => {
    expect(search('', 5)).toEqual([])
    expect(search('zzzz', 5)).toEqual([])
  })
})

describe('choosing tools', () => {
  test('gives a model few tools all at once', () => {
    const few = all.slice(0, 10)
    const selection = selectTools(few, { remembered: [], text: '' })
    expect(selection.finder).toBeNull()
    expect(selection.active()).toEqual(few.map(({ modelName }) => modelName))
  })

  test('keeps the schemas of many small, starts with what the words point at, and adds what was searched for', async () => {
    const selection = selectTools(all, { remembered: ['monday_users_list'], text: 'Create an item on the board' })
    const sizeOf = (names: readonly string[]): number =>
      all
        .filter(({ modelName }) => names.includes(modelName))
        .reduce((sum, { record }) => sum + JSON.stringify(record.inputSchema).length + record.description.length, 0)
    const first = selection.active()
    expect(first).toContain('find_tools')
    expect(first).toContain('monday_item_create')
    expect(first).toContain('monday_users_list')
    expect(sizeOf(first)).toBeLessThan(schemaRoom)
    expect(first).not.toContain('intercom_reply_to_conversation')
    await selection.finder?.execute?.({ query: 'reply to conversation' }, 'c')
    expect(selection.active()).toContain('intercom_reply_to_conversation')
    expect(sizeOf(selection.active())).toBeLessThan(schemaRoom)
    expect(selection.found()[0]).toBe('intercom_reply_to_conversation')
  })
})
