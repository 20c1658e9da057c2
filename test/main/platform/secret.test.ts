import { inspect } from 'node:util'
import { expect, it } from 'vitest'
import { secret } from '../../../src/main/platform/secret'

it('shows a secret to nobody who does not ask for it', () => {
  const wrapped = secret('hush')
  expect(wrapped.reveal()).toBe('hush')
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- this is what is under test
  expect(String(wrapped)).toBe('[secret]')
  expect(JSON.stringify({ wrapped })).toBe('{"wrapped":"[secret]"}')
  expect(inspect({ wrapped }, { depth: 9 })).toBe('{ wrapped: [secret] }')
  expect(inspect(wrapped, { showHidden: true, customInspect: false, depth: 9 })).not.toContain('hush')
})
