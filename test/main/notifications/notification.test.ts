import { afterEach, describe, expect, it } from 'vitest'
import { setLocale } from '../../../src/language/words'
import type { News } from '../../../src/main/notifications/news'
import { notificationOf } from '../../../src/main/notifications/notification'

const approval: News = {
  kind: 'approval',
  threadId: 't',
  title: 'Fire Lena',
  messageId: 'm',
  tools: ['Create item'],
}
const several: News = { ...approval, tools: ['Create item', 'Send reply'] }
const others: readonly News[] = (['account', 'done', 'failed'] as const).map((kind) => ({
  ...approval,
  kind,
  tools: [],
}))

const away = { inSight: false, preferences: { notifications: 'on', notificationContent: 'hidden' } } as const
const telling = { ...away, preferences: { ...away.preferences, notificationContent: 'shown' } } as const

afterEach(async () => {
  await setLocale('en')
})

describe('a notification', () => {
  it('says nothing of what it is about unless that is allowed', async () => {
    for (const locale of ['en', 'de']) {
      await setLocale(locale)
      for (const news of [approval, several, ...others]) {
        expect(JSON.stringify(notificationOf(news, away))).not.toMatch(/Lena|item|reply/)
        expect(notificationOf(news, telling)?.body).toContain('Fire Lena')
      }
    }
  })

  it('says what happened, and how many approvals are needed', () => {
    expect(notificationOf(approval, away)).toEqual({
      title: 'Approval needed',
      body: 'A conversation waits for your approval.',
    })
    expect(notificationOf(several, away)?.body).toBe('A conversation waits for 2 approvals.')
    expect(others.map((news) => notificationOf(news, away)?.title)).toEqual([
      'An account is needed',
      'Onbehalf is done',
      'It did not work',
    ])
  })

  it('names the conversation and the tool where that is allowed', () => {
    expect(notificationOf(approval, telling)?.body).toBe('Fire Lena: Create item')
    expect(notificationOf(several, telling)?.body).toBe('Fire Lena: 2 approvals')
  })

  it('is not shown while the app has the focus, or when they are switched off', () => {
    expect(notificationOf(approval, { ...telling, inSight: true })).toBeNull()
    expect(notificationOf(approval, { ...away, preferences: { ...away.preferences, notifications: 'off' } })).toBeNull()
  })
})
