import { describe, expect, it } from 'vitest'
import { isAtLeast, oldestNode } from '../../scripts/node-runtime.mjs'

describe('isAtLeast', () => {
  it.each([
    ['v18.20.4', false],
    ['v20.20.2', false],
    ['v22.11.0', false],
    ['v22.12.0', true],
    ['v22.23.3', true],
    ['v24.0.0', true],
    ['v100.1.0', true],
  ])('compares %s by number', (version, expected) => {
    expect(isAtLeast(version, oldestNode)).toBe(expected)
  })
})
