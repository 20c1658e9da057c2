import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '../../../src/main/platform/content-security-policy'

const metaPolicy = (page: string) =>
  /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/i.exec(readFileSync(page, 'utf8'))?.[1]

// A meta tag can't say who may frame the page.
const withoutFrames = contentSecurityPolicy.replace(/; frame-ancestors [^;]*/, '')

describe('the content security policy', () => {
  it('lets a page load our own files and nothing else', () => {
    expect(contentSecurityPolicy).toContain("default-src 'none'")
    expect(contentSecurityPolicy).toContain("connect-src 'none'")
    expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*/)
  })

  it.each(['src/renderer/chat.html', 'src/renderer/quick-ask.html'])('is repeated in %s', (page) => {
    const policy = metaPolicy(page)?.replaceAll(/\s+/g, ' ').trim()
    expect([contentSecurityPolicy, withoutFrames]).toContain(policy?.replace(/;$/, ''))
  })
})
