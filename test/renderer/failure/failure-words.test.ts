import { afterEach, expect, test } from 'vitest'
import { failureCodes } from '../../../src/contract/failure'
import { setLocale } from '../../../src/language/words'
import { failureButton, failureSentence } from '../../../src/renderer/failure/failure-words'
import { failure } from '../samples'

afterEach(async () => {
  await setLocale('en')
})

test.each(failureCodes)('%s has a whole sentence, in every language', async (code) => {
  for (const locale of ['en', 'de']) {
    await setLocale(locale)
    const whole = failureSentence(failure(code, { kind: 'none' }, { subject: 'Monday.com', retryAfterSeconds: 20 }))
    expect(whole).toMatch(/^\p{Lu}.{20,}[.]$/u)
    expect(failureSentence(failure(code))).toMatch(/^\p{Lu}.{20,}[.]$/u)
    expect(`${whole} ${failureSentence(failure(code))}`).not.toMatch(/undefined|\{\{|failures\./)
  }
})

test('the time to wait is said in words', () => {
  const limited = (retryAfterSeconds?: number) =>
    failureSentence(failure('scalekit-rate-limited', { kind: 'retry' }, { retryAfterSeconds }))
  expect(limited(12.2)).toContain('Try again in 13 seconds.')
  expect(limited(240)).toContain('Try again in 4 minutes.')
  expect(limited()).toContain('Try again in a moment.')
})

test('what was stopped is counted', () => {
  const said = (subject: string, detail: string) =>
    failureSentence(failure('everything-stopped', { kind: 'dismiss' }, { subject, detail }))
  expect(said('0', '0')).toBe('Nothing was at work, so there was nothing to stop.')
  expect(said('1', '0')).toBe('1 conversation was stopped. No change was on its way.')
  expect(said('2', '1')).toContain('2 conversations were stopped. 1 change had been sent already')
})

test('the label says what the button does, whatever main chose', () => {
  expect(failureButton(failure('session-expired', { kind: 'retry' }), undefined)).toBe('Try again')
  expect(failureButton(failure('too-many-steps', { kind: 'retry' }), undefined)).toBe('Go on')
  expect(failureButton(failure('issuer-refused', { kind: 'sign-in' }), undefined)).toBe('Sign in again')
  expect(
    failureButton(failure('connection-expired', { kind: 'reconnect', connection: 'monday-prod' }), 'Monday.com'),
  ).toBe('Reconnect Monday.com')
  expect(failureButton(failure('tool-refused'), undefined)).toBeNull()
})
