import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jsonObjectSchema } from '../../../../src/contract/json'
import { rowFields } from '../../../../src/renderer/message/result/row-fields'

const item = {
  id: '9001',
  name: 'Landing page copy',
  board: { id: '48', name: 'Marketing' },
  group: { id: 'topics', title: 'This week' },
  column_values: [
    { id: 'status', type: 'status', text: 'Done', value: '{"label":"Done"}', column: { title: 'Status' } },
    { id: 'people', type: 'people', text: 'Ada Lindqvist', value: '{}', column: { title: 'Owner' } },
  ],
}

describe('the fields of a row', () => {
  test('are the columns of an item by their titles, and nested things by their names', () => {
    expect(rowFields(item)).toEqual({
      id: '9001',
      name: 'Landing page copy',
      board: 'Marketing',
      group: 'This week',
      Status: 'Done',
      Owner: 'Ada Lindqvist',
    })
  })

  test('are names of lists, and one step into what has no name', () => {
    const source = { subject: 'Refund', author: { id: '7', name: 'Lena Fischer' } }
    const tags = {
      type: 'tag.list',
      tags: [
        { id: '1', name: 'VIP' },
        { id: '2', name: 'Beta' },
      ],
    }
    expect(rowFields({ source, tags, 'source.subject': 'own' })).toEqual({
      tags: 'VIP, Beta',
      'source.subject': 'own',
      'source.subject (2)': 'Refund',
      'source.author': 'Lena Fischer',
    })
  })

  test('keep a column that is called like another field', () => {
    const column = { text: 'B', column: { title: 'name' } }
    expect(rowFields({ name: 'A', column_values: [column, column] })).toEqual({
      name: 'A',
      'name (2)': 'B',
      'name (3)': 'B',
    })
  })

  test('stay as they came where the columns have another shape', () => {
    const odd = { id: '1', column_values: [{ text: 'no title' }, 7] }
    expect(rowFields(odd)).toEqual(odd)
  })

  test('never throw, and never lose a plain value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const row = jsonObjectSchema.safeParse(value)
        if (!row.success) return
        const fields = Object.values(rowFields(row.data))
        for (const field of Object.values(row.data)) if (typeof field !== 'object') expect(fields).toContain(field)
      }),
    )
  })
})
