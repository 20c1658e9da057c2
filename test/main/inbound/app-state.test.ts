import { describe, expect, it } from 'vitest'
import type { AppState } from '../../../src/contract/app-state'
import { createAppStateStore } from '../../../src/main/inbound/app-state'
import { failure } from '../../../src/main/platform/failures'

const fixture = () => {
  const told: AppState[] = []
  let ids = 0
  const store = createAppStateStore({
    version: '1.2.3',
    locale: 'en',
    preferences: {
      theme: 'system',
      language: 'system',
      contrast: 'system',
      guide: 'open',
      notifications: 'on',
      notificationContent: 'hidden',
      quickAskShortcut: 'F1',
      shortcuts: {},
    },
    shortcut: { accelerator: 'F1', registered: false, wayland: false, command: 'onbehalf --quick-ask' },
    newId: () => `n${++ids}`,
    onChange: (state) => told.push(state),
  })
  return { store, told }
}

describe("the app's state", () => {
  it('is told as soon as the mode is known, and not before', async () => {
    const { store, told } = fixture()
    const first = store.whenKnown()
    store.setSession({ kind: 'signed-out' })
    store.notice(failure('settings-unreadable'))
    expect(told).toEqual([])
    store.setMode({ kind: 'sandbox', model: 'scripted' })
    expect(await first).toMatchObject({
      version: '1.2.3',
      mode: { kind: 'sandbox' },
      session: { kind: 'signed-out' },
      notices: [{ failure: { code: 'settings-unreadable' } }],
    })
    expect(told).toHaveLength(1)
  })

  it('tells every change, whole', async () => {
    const { store, told } = fixture()
    store.setMode({ kind: 'sandbox', model: 'scripted' })
    store.setAssistantReady(true)
    store.setShortcut({ accelerator: 'F2', registered: true, wayland: false, command: 'onbehalf --quick-ask' })
    store.setPreferences({
      theme: 'dark',
      language: 'system',
      contrast: 'more',
      guide: 'done',
      notifications: 'on',
      notificationContent: 'hidden',
      quickAskShortcut: 'F2',
      shortcuts: {},
    })
    expect(told.at(-1)).toMatchObject({
      assistantReady: true,
      preferences: { contrast: 'more' },
      quickAskShortcut: { accelerator: 'F2', registered: true },
    })
    expect(await store.whenKnown()).toEqual(told.at(-1))
  })

  it('shows the same failure once, until it is dismissed', async () => {
    const { store } = fixture()
    store.setMode({ kind: 'sandbox', model: 'scripted' })
    store.notice(failure('link-stale', { subject: 'Intercom' }))
    store.notice(failure('link-stale', { subject: 'Intercom' }))
    store.notice(failure('link-stale', { subject: 'Monday.com' }))
    const { notices } = await store.whenKnown()
    expect(notices.map(({ failure: { subject } }) => subject)).toEqual(['Intercom', 'Monday.com'])
    expect(new Set(notices.map(({ id }) => id)).size).toBe(2)
    for (const { id } of notices) store.dismiss(id)
    store.notice(failure('link-stale', { subject: 'Intercom' }))
    expect((await store.whenKnown()).notices).toHaveLength(1)
  })

  it('finds a notice by its id only', () => {
    const { store } = fixture()
    store.notice(failure('database-unreadable', { action: { kind: 'show-file', path: '/data/old' } }))
    expect(store.findNotice('n1')?.failure.action).toEqual({ kind: 'show-file', path: '/data/old' })
    expect(store.findNotice('/data/old')).toBeUndefined()
  })
})
