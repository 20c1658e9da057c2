import { describe, expect, it } from 'vitest'
import { err, ok, type Result } from '../../../src/contract/result'
import type { Failure } from '../../../src/contract/failure'
import { createDeepLinkRouter, type ServiceLink } from '../../../src/main/inbound/deep-link-router'
import { failure } from '../../../src/main/platform/failures'
import type { Arrival } from '../../../src/main/platform/instance'

const callback = 'onbehalf://auth/callback?code=c0de&state=5tate'
const verify = 'onbehalf://connect/verify?auth_request_id=ar_1&state=5tate'

const fixture = (follow: (link: ServiceLink) => Promise<Result<null, Failure>> = () => Promise.resolve(ok(null))) => {
  const happened: string[] = []
  const errors: unknown[] = []
  const route = createDeepLinkRouter({
    follow,
    openChat: () => happened.push('open'),
    showQuickAsk: () => happened.push('quick ask'),
    toggleQuickAsk: () => happened.push('toggle quick ask'),
    offer: ({ text }) => happened.push(`offer ${text}`),
    notice: ({ code }) => happened.push(`notice ${code}`),
    showConnections: () => happened.push('connections'),
    onError: (error) => errors.push(error),
  })
  return { route, happened, errors }
}

const second = (...links: readonly string[]): Arrival => ({
  kind: 'second-start',
  argv: ['/opt/electron', '--no-sandbox', '/app', ...links],
})

describe('what arrives from outside', () => {
  it('brings the window to the front, with or without a link', async () => {
    const { route, happened } = fixture()
    await route(second())
    await route({ kind: 'activate' })
    await route(second(callback))
    expect(happened).toEqual(['open', 'open', 'open'])
  })

  it('is followed when the app was started by it, whose window comes by itself', async () => {
    const followed: ServiceLink[] = []
    const { route, happened } = fixture((link) => {
      followed.push(link)
      return Promise.resolve(ok(null))
    })
    await route({ kind: 'first-start', argv: ['/opt/electron', '/app', callback] })
    expect(followed).toMatchObject([{ kind: 'auth-callback' }])
    expect(happened).toEqual([])
  })

  it('is followed one after the other, in the order in which it came', async () => {
    const order: string[] = []
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const { route } = fixture(async ({ kind }) => {
      order.push(`begin ${kind}`)
      if (kind === 'auth-callback') await held
      order.push(`end ${kind}`)
      return ok(null)
    })
    const first = route({ kind: 'open-url', text: callback })
    const next = route(second(verify))
    await Promise.resolve()
    release()
    await Promise.all([first, next])
    expect(order).toEqual(['begin auth-callback', 'end auth-callback', 'begin connect-verify', 'end connect-verify'])
  })

  it.each([
    ['onbehalf://somewhere/else', 'link-unknown'],
    ['onbehalf://auth/callback?state=5tate', 'link-malformed'],
  ])('says so when %s leads nowhere', async (link, code) => {
    const { route, happened } = fixture(({ kind }) =>
      Promise.resolve(err(failure(kind === 'unknown' ? 'link-unknown' : 'link-malformed'))),
    )
    await route(second(link))
    expect(happened).toEqual(['open', `notice ${code}`])
  })

  it('shows the connections when one of them was not granted', async () => {
    const { route, happened } = fixture(() => Promise.resolve(err(failure('consent-denied'))))
    await route(second(verify))
    expect(happened).toEqual(['open', 'connections'])
  })

  it('says that a link is stale, replayed or of another person', async () => {
    for (const code of ['link-stale', 'link-replayed', 'link-other-person'] as const) {
      const { route, happened } = fixture(() => Promise.resolve(err(failure(code))))
      await route(second(verify))
      expect(happened).toEqual(['open', `notice ${code}`])
    }
  })

  it('leaves a failed sign-in to the sign-in screen', async () => {
    const { route, happened } = fixture(() => Promise.resolve(err(failure('issuer-refused'))))
    await route(second(callback))
    expect(happened).toEqual(['open'])
  })

  it('survives a link that throws, and follows the next one', async () => {
    let calls = 0
    const { route, happened, errors } = fixture(() => {
      calls += 1
      return calls === 1 ? Promise.reject(new Error('no')) : Promise.resolve(ok(null))
    })
    await route(second(callback))
    await route(second(callback))
    expect(calls).toBe(2)
    expect(errors).toHaveLength(1)
    expect(happened).toEqual(['open', 'notice internal', 'open'])
  })

  it('shows quick ask and nothing else for its link and for its argument', async () => {
    const { route, happened } = fixture()
    await route(second('onbehalf://quick-ask'))
    await route({ kind: 'open-url', text: 'onbehalf://quick-ask/' })
    await route({ kind: 'first-start', argv: ['/opt/electron', '/app', '--quick-ask'] })
    expect(happened).toEqual(['quick ask', 'quick ask', 'quick ask'])
  })

  it('shows or hides quick ask by its argument while the app runs, as the shortcut does', async () => {
    const { route, happened } = fixture()
    await route(second('--quick-ask'))
    expect(happened).toEqual(['toggle quick ask'])
  })

  it('offers a text, shows no window for it by itself, and follows nothing', async () => {
    const followed: ServiceLink[] = []
    const { route, happened } = fixture((link) => {
      followed.push(link)
      return Promise.resolve(ok(null))
    })
    await Promise.all([
      route(second('onbehalf://ask?text=List%20my%20boards')),
      route({ kind: 'first-start', argv: ['/opt/electron', '/app', 'onbehalf://ask?text=Cold'] }),
    ])
    expect(happened).toEqual(['offer List my boards', 'offer Cold'])
    expect(followed).toEqual([])
  })

  it('is no link when there are two of them in one start', async () => {
    let calls = 0
    const { route, happened } = fixture(() => {
      calls += 1
      return Promise.resolve(ok(null))
    })
    await route(second(callback, verify))
    expect(calls).toBe(0)
    expect(happened).toEqual(['open'])
  })
})
