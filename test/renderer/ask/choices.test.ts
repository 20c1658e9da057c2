import { describe, expect, it } from 'vitest'
import { choicesFor, type Choosing } from '../../../src/renderer/ask/choices'
import { startersFor } from '../../../src/renderer/ask/starters'
import { triggerAt } from '../../../src/renderer/ask/trigger'
import { connection } from '../samples'

describe('what is being chosen', () => {
  it.each([
    ['/', { kind: 'prompts', start: 0, query: '' }],
    ['/week', { kind: 'prompts', start: 0, query: 'week' }],
    ['@', { kind: 'connections', start: 0, query: '' }],
    ['Ask @inter', { kind: 'connections', start: 4, query: 'inter' }],
    ['(@m', { kind: 'connections', start: 1, query: 'm' }],
  ])('%j', (text, trigger) => {
    expect(triggerAt(text, text.length)).toEqual(trigger)
  })

  it.each(['', 'and/or', ' /x', '/x\ny', 'lena@example.com', '@monday ', 'Ask @monday about'])(
    '%j: nothing',
    (text) => {
      expect(triggerAt(text, text.length)).toBeNull()
    },
  )

  it('looks at the caret, not at the end', () => {
    expect(triggerAt('@mo rest', 3)).toEqual({ kind: 'connections', start: 0, query: 'mo' })
    expect(triggerAt('@mo rest', 8)).toBeNull()
  })
})

const choosing: Choosing = {
  connections: [
    connection({ name: 'asana', provider: 'ASANA', providerName: 'Asana', status: 'not-connected' }),
    connection(),
    connection({ name: 'intercom', provider: 'INTERCOM', providerName: 'Intercom' }),
  ],
  prompts: [
    { id: '1', name: 'My board', text: 'x' },
    { id: '2', name: 'Board report', text: 'x' },
  ],
  starters: [{ key: 'board', name: 'See a board', text: 'x' }],
}

const keys = (kind: 'connections' | 'prompts', query: string): readonly string[] =>
  choicesFor({ kind, query }, choosing).map(({ key }) => key)

describe('what there is to choose', () => {
  it('is what is connected first, then the others', () => {
    expect(keys('connections', '')).toEqual(['monday', 'intercom', 'asana'])
    expect(keys('connections', 'n')).toEqual(['monday', 'intercom', 'asana'])
    expect(keys('connections', 'INT')).toEqual(['intercom'])
    expect(keys('connections', 'zzz')).toEqual([])
  })

  it('is one’s own prompts first, those that begin with what was typed before those that contain it', () => {
    expect(keys('prompts', 'board')).toEqual(['2', '1', 'board'])
    expect(keys('prompts', 'see')).toEqual(['board'])
  })

  it('suggests what fits what is connected', () => {
    const scripted = { kind: 'sandbox', model: 'scripted' } as const
    const named = (connections: Choosing['connections']): readonly string[] =>
      startersFor(connections, scripted).map(({ key }) => key)
    expect(named([connection()])).toEqual(['board', 'createItem', 'setStatus', 'search', 'help'])
    expect(named(choosing.connections)).toContain('conversationToItem')
    expect(named([connection({ name: 'gmail', provider: 'GMAIL', providerName: 'Gmail' })])).toEqual([
      'other gmail',
      'help',
    ])
    expect(named([connection({ status: 'not-connected' })])).toContain('board')
  })

  it('suggests sample values in the sandbox only', () => {
    const board = (model: string): string | undefined =>
      startersFor([connection()], { kind: 'sandbox', model }).find(({ key }) => key === 'board')?.text
    expect(board('scripted')).toBe('What is on the {{board=Marketing}} board?')
    expect(board('gpt')).toBe('What is on the {{board}} board?')
  })
})
