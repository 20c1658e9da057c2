import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepLinkRoutes, findDeepLink, maximumLinkLength, parseDeepLink } from '../../../src/main/inbound/deep-link'
import { connectVerifyLink } from '../../../src/main/platform/deep-links'

describe('a deep link', () => {
  it.each(Object.entries(deepLinkRoutes))('leads to %s as its example says', (name, { example }) => {
    expect(parseDeepLink(example).kind).toBe(name.replace('/', '-'))
  })

  it('brings back a code or a refusal to the sign-in', () => {
    for (const search of ['?code=c&state=s', '?error=access_denied&state=s', '/?code=c&state=s&iss=https%3A%2F%2Fid']) {
      const link = `onbehalf://auth/callback${search}`
      expect(parseDeepLink(link)).toEqual({ kind: 'auth-callback', url: new URL(link) })
    }
  })

  it('brings back a consent or its refusal to the connection', () => {
    expect(parseDeepLink('onbehalf://connect/verify?auth_request_id=a&state=s')).toEqual({
      kind: 'connect-verify',
      returned: { kind: 'granted', authRequestId: 'a', state: 's' },
    })
    expect(parseDeepLink('onbehalf://connect/verify/?error=access_denied&state=s')).toEqual({
      kind: 'connect-verify',
      returned: { kind: 'denied', state: 's' },
    })
  })

  it('never says who the person is', () => {
    const link = 'onbehalf://connect/verify?auth_request_id=a&state=s&identifier=ceo&user=ceo'
    expect(JSON.stringify(parseDeepLink(link))).not.toContain('ceo')
  })

  it.each([
    'onbehalf://',
    'onbehalf:auth/callback?code=c&state=s',
    'onbehalf:/auth/callback?code=c&state=s',
    'onbehalf://auth/callback/more?code=c&state=s',
    'onbehalf://auth:80/callback?code=c&state=s',
    'onbehalf://me@auth/callback?code=c&state=s',
    'onbehalf://constructor/prototype?state=s',
    'https://auth/callback?code=c&state=s',
    'onbehalfx://auth/callback?code=c&state=s',
  ])('that leads nowhere is unknown: %s', (link) => {
    expect(parseDeepLink(link)).toEqual({ kind: 'unknown' })
  })

  it.each([
    '',
    'not a link',
    'onbehalf://auth/callback',
    'onbehalf://auth/callback?code=c',
    'onbehalf://auth/callback?state=s',
    'onbehalf://auth/callback?code=&state=s',
    'onbehalf://auth/callback?code=c&state=s&state=t',
    'onbehalf://connect/verify?state=s',
    'onbehalf://connect/verify?auth_request_id=a',
    `onbehalf://auth/callback?code=${'c'.repeat(maximumLinkLength)}&state=s`,
  ])('that lacks what it needs is malformed: %.60s', (link) => {
    expect(parseDeepLink(link)).toEqual({ kind: 'malformed' })
  })

  it('built for a verify page parses back to what went in', () => {
    const word = fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' })
    fc.assert(
      fc.property(word, word, (state, authRequestId) => {
        expect(parseDeepLink(connectVerifyLink({ state, authRequestId }).href)).toEqual({
          kind: 'connect-verify',
          returned: { kind: 'granted', authRequestId, state },
        })
        expect(parseDeepLink(connectVerifyLink({ state, error: 'access_denied' }).href)).toEqual({
          kind: 'connect-verify',
          returned: { kind: 'denied', state },
        })
      }),
    )
  })

  it('never throws, whatever it is', () => {
    const tail = fc.string({ unit: 'binary', maxLength: 300 })
    const start = fc.constantFrom(
      '',
      'onbehalf:',
      'onbehalf://',
      'onbehalf://auth/callback?',
      'onbehalf://connect/verify?state=',
    )
    const kinds = ['auth-callback', 'connect-verify', 'unknown', 'malformed']
    fc.assert(
      fc.property(start, tail, (a, b) => kinds.includes(parseDeepLink(a + b).kind)),
      { numRuns: 2000 },
    )
  })
})

describe('the link among the arguments', () => {
  const link = 'onbehalf://auth/callback?code=c&state=s'

  it('is found between the switches that Chromium adds', () => {
    expect(
      findDeepLink(['/opt/onbehalf', '--allow-file-access-from-files', '.', link, '--original-process-start-time=1']),
    ).toBe(link)
    expect(findDeepLink(['/opt/onbehalf', 'ONBEHALF://auth/callback'])).toBe('ONBEHALF://auth/callback')
  })

  it('is one or none', () => {
    expect(findDeepLink(['/opt/onbehalf', '.'])).toBeUndefined()
    expect(findDeepLink(['/opt/onbehalf', link, link])).toBeUndefined()
    expect(findDeepLink([`--url=${link}`])).toBeUndefined()
  })
})
