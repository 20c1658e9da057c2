import { expect, test } from 'vitest'
import { failureCodes } from '../../../src/contract/failure'
import { failureButton, failureWords } from '../../../src/renderer/strings/failures'
import { failure } from '../samples'

test.each(failureCodes)('%s has a whole sentence and a button', (code) => {
  const words = failureWords[code]
  const sentence = words.sentence(failure(code, { kind: 'none' }, { subject: 'Monday.com', retryAfterSeconds: 20 }))
  expect(sentence).toMatch(/^[A-Z].{20,}[.]$/)
  expect(words.sentence(failure(code))).not.toContain('undefined')
  expect(words.button.length).toBeGreaterThan(1)
})

test('the label says what the button does, whatever main chose', () => {
  expect(failureButton(failure('session-expired', { kind: 'retry' }), undefined)).toBe('Try again')
  expect(failureButton(failure('too-many-steps', { kind: 'retry' }), undefined)).toBe('Go on')
  expect(
    failureButton(failure('connection-expired', { kind: 'reconnect', connection: 'monday-prod' }), 'Monday.com'),
  ).toBe('Reconnect Monday.com')
  expect(failureButton(failure('tool-refused'), undefined)).toBeNull()
})
