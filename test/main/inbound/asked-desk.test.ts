import { describe, expect, it } from 'vitest'
import type { SessionState } from '../../../src/contract/app-state'
import { createAskedDesk } from '../../../src/main/inbound/asked-desk'

const signedIn: SessionState = { kind: 'signed-in', person: { name: 'Ada' }, remembered: true }
const asked = { text: 'List my boards', removed: 0 }

const fixture = (first: SessionState) => {
  let session = first
  let follow = (): void => undefined
  const happened: string[] = []
  const desk = createAskedDesk({
    session: () => session,
    onSession: (listener) => {
      follow = listener
    },
    showQuickAsk: () => happened.push('quick ask'),
    tellQuickAsk: () => happened.push('told'),
    openChat: () => happened.push('chat'),
    notice: ({ code }) => happened.push(`notice ${code}`),
    takeBack: (code) => happened.push(`no ${code}`),
  })
  const become = (next: SessionState): void => {
    session = next
    follow()
  }
  return { desk, happened, become }
}

describe('a text that a link brought', () => {
  it('is shown at once to somebody who is signed in, and handed over once', () => {
    const { desk, happened } = fixture(signedIn)
    desk.offer(asked)
    expect(happened).toEqual(['no ask-waits', 'quick ask', 'told'])
    expect(desk.take()).toEqual(asked)
    expect(desk.take()).toBeNull()
  })

  it('waits, and says so once, until somebody has signed in', () => {
    const { desk, happened, become } = fixture({ kind: 'signed-out' })
    desk.offer(asked)
    expect(happened).toEqual(['chat', 'notice ask-waits'])
    expect(desk.take()).toBeNull()
    become({ kind: 'signing-in' })
    become({ kind: 'signed-out' })
    expect(happened).toEqual(['chat', 'notice ask-waits'])
    become(signedIn)
    expect(happened.slice(2)).toEqual(['no ask-waits', 'quick ask', 'told'])
    expect(desk.take()).toEqual(asked)
  })

  it('that started the app waits until it is known who is there', () => {
    const { desk, happened, become } = fixture({ kind: 'restoring' })
    desk.offer(asked)
    expect(happened).toEqual([])
    become(signedIn)
    expect(happened).toEqual(['no ask-waits', 'quick ask', 'told'])
  })

  it('gives way to a newer one that comes before anybody has seen it', () => {
    const { desk } = fixture(signedIn)
    desk.offer(asked)
    desk.offer({ text: 'Who am I?', removed: 0 })
    expect(desk.take()?.text).toBe('Who am I?')
    expect(desk.take()).toBeNull()
  })

  it('disturbs nobody again once it was taken', () => {
    const { desk, happened, become } = fixture(signedIn)
    desk.offer(asked)
    desk.take()
    const before = happened.length
    become(signedIn)
    expect(happened).toHaveLength(before)
  })
})
