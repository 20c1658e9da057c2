import { describe, expect, test } from 'vitest'
import { modelNames } from '../../../src/main/assistant/tool-catalog'
import { createToolSearch } from '../../../src/main/assistant/tool-search'
import { firstRoom, mostAtOnce, searchedRoom, selectTools } from '../../../src/main/assistant/tool-selection'
import { realTools } from './harness'
import { labelledRequests, recallAtFive } from './tool-recall'
import { asCatalog, wholeCatalogue } from './whole-catalogue'

const all = asCatalog(wholeCatalogue())

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

  test.each([[186], [1000]])(
    'finds a right tool among the first five of %i for 95 of 100 requests in plain words',
    (toolCount) => {
      const requests = labelledRequests()
      expect(requests.length).toBeGreaterThanOrEqual(120)
      expect(recallAtFive(toolCount, requests).recall).toBeGreaterThanOrEqual(0.95)
    },
  )

  test('finds every tool by its own name', () => {
    for (const { record } of all)
      expect(search(record.name, 5).map((found) => found.record.name)).toContain(record.name)
  })

  test('finds nothing for nothing', () => {
    expect(search('', 5)).toEqual([])
    expect(search('zzzz', 5)).toEqual([])
  })
})

const sizeInRequest = (names: readonly string[]): number =>
  names
    .flatMap((name) => all.filter(({ modelName }) => modelName === name))
    .map(({ modelName, record: { description, inputSchema } }) => ({
      type: 'function',
      function: { name: modelName, description, parameters: inputSchema },
    }))
    .reduce((sum, tool) => sum + Buffer.byteLength(JSON.stringify(tool)) + 1, 0)

describe('choosing tools', () => {
  test('gives a model few small tools all at once', () => {
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
    expect(sizeOf(first)).toBeLessThan(firstRoom)
    expect(first).not.toContain('intercom_reply_to_conversation')
    await selection.finder?.execute?.({ query: 'reply to conversation' }, 'c')
    expect(selection.active()).toContain('intercom_reply_to_conversation')
    expect(sizeOf(selection.active())).toBeLessThan(searchedRoom)
    expect(selection.found()[0]).toBe('intercom_reply_to_conversation')
  })

  test.each([[10], [20], [30], [40], [41], [186]])('starts with less than 8 KB of any %i of them', (count) => {
    for (let from = 0; from + count <= all.length; from += 10) {
      const some = all.slice(from, from + count)
      const remembered = some.map(({ modelName }) => modelName)
      const active = selectTools(some, { remembered, text: 'Create an item' }).active()
      expect(sizeInRequest(active)).toBeLessThan(8192)
      expect(active.length).toBeLessThanOrEqual(mostAtOnce)
    }
  })

  test('lets what did not fit be found, of forty tools or fewer', async () => {
    const forty = all.toSorted((a, b) => sizeInRequest([b.modelName]) - sizeInRequest([a.modelName])).slice(0, 40)
    const selection = selectTools(forty, { remembered: [], text: '' })
    expect(selection.active()).toEqual(['find_tools'])
    const [wanted] = forty
    await selection.finder?.execute?.({ query: wanted?.record.name }, 'c')
    expect(selection.active()).toContain(wanted?.modelName)
  })

  test('never offers more than forty, however short their schemas are', () => {
    const short = Array.from({ length: 200 }, (_, index) => ({
      name: `note_${String(index)}`,
      title: 'note',
      description: 'note',
      inputSchema: {},
      connection: 'notes',
      provider: 'NOTES',
      accountId: 'notes-1',
    }))
    const remembered = short.map(({ name }) => name)
    expect(selectTools(asCatalog(short), { remembered, text: 'note' }).active().length).toBeLessThanOrEqual(mostAtOnce)
  })
})
