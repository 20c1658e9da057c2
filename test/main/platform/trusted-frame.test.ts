import { describe, expect, it } from 'vitest'
import { isTrustedFrame } from '../../../src/main/platform/trusted-frame'

describe('who may ask', () => {
  const main = { url: 'app://onbehalf/chat.html' }

  it('is the main frame of one of our windows on one of our pages', () => {
    expect(isTrustedFrame(main, [{ url: 'app://onbehalf/quick-ask.html' }, main])).toBe(true)
  })

  it('is no frame inside a page, even on our own address', () => {
    expect(isTrustedFrame({ url: 'app://onbehalf/chat.html' }, [main])).toBe(false)
  })

  it('is no frame that is gone', () => {
    expect(isTrustedFrame(null, [main])).toBe(false)
  })

  it.each([
    'https://onbehalf/chat.html',
    'app://evil/chat.html',
    'app://onbehalf.evil.example/chat.html',
    'application://onbehalf/chat.html',
    'file:///chat.html',
    'data:text/html,app://onbehalf/',
    'about:blank',
    '',
  ])('is no main frame that shows %s', (url) => {
    const frame = { url }
    expect(isTrustedFrame(frame, [frame])).toBe(false)
  })
})
