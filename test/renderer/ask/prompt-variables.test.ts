import { describe, expect, it } from 'vitest'
import { fillVariables, piecesOfPrompt, variablesIn, withoutPresets } from '../../../src/renderer/ask/prompt-variables'

describe('what a prompt leaves open', () => {
  it('is each once, in order, with the first suggestion', () => {
    expect(variablesIn('{{ item }} on {{board=Marketing}}, {{Board}} or {{Item=x}} and {{note=}}')).toEqual([
      { name: 'item', preset: 'x' },
      { name: 'board', preset: 'Marketing' },
      { name: 'note', preset: '' },
    ])
  })

  it.each(['{{}}', '{{ }}', '{board}', '{{1st}}', '{{a{b}}}', '{{board\nname}}', 'nothing'])('%j has none', (text) => {
    expect(variablesIn(text)).toEqual([])
  })

  it('takes names of every script, with spaces', () => {
    expect(variablesIn('{{Straße 2}} {{名前}}').map(({ name }) => name)).toEqual(['Straße 2', '名前'])
  })

  it('is filled with plain text: what looks like a variable in a value stays', () => {
    expect(fillVariables('{{a}} and {{A=1}}, {{b}}', { a: '{{b}}', b: '$& {{a}}' })).toBe('{{b}} and {{b}}, $& {{a}}')
  })

  it('shows without suggestions', () => {
    expect(withoutPresets('On {{board=Marketing}}')).toBe('On {{board}}')
    expect(piecesOfPrompt('On {{board=Marketing}}!')).toEqual([
      { text: 'On ', variable: false },
      { text: 'board', variable: true },
      { text: '!', variable: false },
    ])
  })
})
