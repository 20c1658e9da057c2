import { describe, expect, it } from 'vitest'
import { isOpenable } from '../../../src/main/platform/link-policy'

describe('what may go to the system browser', () => {
  it('is any https address', () => {
    expect(isOpenable(new URL('https://example.com/a?b#c'), 'window')).toBe(true)
    expect(isOpenable(new URL('https://example.com/'), 'app')).toBe(true)
  })

  it.each(['http://127.0.0.1:4000/', 'http://localhost/', 'http://[::1]:80/'])(
    'is %s for the app itself only',
    (text) => {
      expect(isOpenable(new URL(text), 'app')).toBe(true)
      expect(isOpenable(new URL(text), 'window')).toBe(false)
    },
  )

  it.each([
    'http://example.com/',
    'http://127.0.0.1.example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'onbehalf://auth/callback',
    'smb://host/share',
    'ms-msdt:/id',
    'https://ada@example.com/',
    'https://ada:pw@example.com/',
  ])('is never %s', (text) => {
    expect(isOpenable(new URL(text), 'app')).toBe(false)
    expect(isOpenable(new URL(text), 'window')).toBe(false)
  })
})
