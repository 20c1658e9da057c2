import { expect, test } from 'vitest'
import { buttonOf, ownName } from '../../../src/renderer/state/connections'
import { connection } from '../samples'

test.each([
  ['not-connected', 'connect'],
  ['waiting', 'connect'],
  ['connected', 'disconnect'],
  ['expired', 'reconnect'],
  ['disconnected', 'reconnect'],
] as const)('a connection that is %s has the button %s', (status, button) => {
  expect(buttonOf(connection({ status }))).toBe(button)
})

test('the own name of a connection is shown only where it says more than the provider', () => {
  expect(ownName({ name: 'monday', providerName: 'Monday.com' })).toBeNull()
  expect(ownName({ name: 'google-drive', providerName: 'Google Drive' })).toBeNull()
  expect(ownName({ name: 'monday-prod', providerName: 'Monday.com' })).toBe('monday-prod')
})
