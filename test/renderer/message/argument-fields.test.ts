import { describe, expect, test } from 'vitest'
import {
  argumentFields,
  isEdited,
  isSendable,
  problemOf,
  readable,
  shownText,
  typeInto,
  typeRaw,
  type ArgumentField,
} from '../../../src/renderer/message/argument-fields'
import { call } from '../samples'

const { args, argsSchema } = call()
const fields = argumentFields(argsSchema, args)
const edit = { args, texts: {} }

const field = (name: string): ArgumentField => {
  const found = fields.find((candidate) => candidate.name === name)
  if (found === undefined) throw new Error(`There is no field ${name}`)
  return found
}

test('a name is written as people read it', () => {
  expect(['board_id', 'item_name', 'attachment_urls', 'boardKind'].map(readable)).toEqual([
    'Board ID',
    'Item name',
    'Attachment URLs',
    'Board kind',
  ])
})

describe('the fields of a call', () => {
  test('begin with the required and the given ones, each of its kind', () => {
    expect(fields.map(({ name, kind }) => [name, kind])).toEqual([
      ['board_id', 'text'],
      ['item_name', 'text'],
      ['group_id', 'text'],
      ['column_values', 'json'],
      ['create_labels_if_missing', 'boolean'],
      ['position', 'number'],
      ['kind', 'choice'],
    ])
  })

  test('show an argument that the schema does not know: nothing is sent that is not on the card', () => {
    expect(argumentFields(argsSchema, { ...args, purge: true }).map(({ name }) => name)).toContain('purge')
  })

  test('show a value of another type than the schema says as JSON', () => {
    const given = argumentFields(argsSchema, { ...args, item_name: { $ne: null } })
    expect(given.find(({ name }) => name === 'item_name')?.kind).toBe('json')
  })

  test('a long text gets room', () => {
    const long = argumentFields({ properties: { body: { type: 'string' } } }, {})
    expect(long[0]?.kind).toBe('long-text')
  })
})

describe('filling in', () => {
  test('changes the argument of the field and no other', () => {
    expect(typeInto(edit, field('item_name'), 'Other').args).toEqual({ ...args, item_name: 'Other' })
    expect(typeInto(edit, field('position'), '3').args).toEqual({ ...args, position: 3 })
    expect(typeInto(edit, field('create_labels_if_missing'), 'false').args).toEqual({
      ...args,
      create_labels_if_missing: false,
    })
  })

  test('an optional field that is emptied is left out', () => {
    expect(typeInto(edit, field('group_id'), '').args).not.toHaveProperty('group_id')
  })

  test('a required field that is emptied, a number that is none and broken JSON can not be sent', () => {
    expect(isSendable(fields, typeInto(edit, field('item_name'), ''))).toBe(false)
    expect(problemOf(field('position'), typeInto(edit, field('position'), 'three'))).toBeDefined()
    const broken = typeInto(edit, field('column_values'), '{ "status"')
    expect(isSendable(fields, broken)).toBe(false)
    expect(shownText(field('column_values'), broken)).toBe('{ "status"')
    expect(isSendable(fields, typeInto(broken, field('column_values'), '{"status":"Done"}'))).toBe(true)
  })

  test('raw JSON has to be an object', () => {
    expect(isSendable(fields, typeRaw(edit, '[1]'))).toBe(false)
    expect(typeRaw(edit, '{"item_name":"x","board_id":"1"}').args).toEqual({ item_name: 'x', board_id: '1' })
  })

  test('values that are typed back are not an edit', () => {
    const changed = typeInto(edit, field('item_name'), 'Other')
    expect(isEdited(args, changed)).toBe(true)
    expect(isEdited(args, typeInto(changed, field('item_name'), 'Q3 launch brief'))).toBe(false)
  })
})
