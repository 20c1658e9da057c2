import { expect, it, vi } from 'vitest'
import type { Bridge } from '../../../src/contract/bridge'
import { pushes } from '../../../src/contract/channels'
import { ok } from '../../../src/contract/result'
import { createActions } from '../../../src/renderer/app/actions'
import { listen } from '../../../src/renderer/app/listen'
import { draftOf } from '../../../src/renderer/state/drafts'
import { createStore } from '../../../src/renderer/state/store'
import { createFakeBridge } from '../fake-bridge'

const elsewhere = 'c6a1c7d8-4d7e-4c0e-9a52-0c7b7f6f4a11'

const open = (surface: Bridge['surface'] = 'chat') => {
  const saveDraft = vi.fn<Bridge['saveDraft']>(() => Promise.resolve(ok(null)))
  const fake = createFakeBridge({ saveDraft }, surface)
  const store = createStore()
  const context = { bridge: fake.bridge, store, retries: new Map() }
  const actions = createActions(context)
  listen(context, actions)
  const text = (): string => draftOf(store.get().drafts, 'one').text
  const saved = (said: string, from = elsewhere): void => {
    fake.push(pushes.draft, { threadId: 'one', text: said, from })
  }
  return { actions, saveDraft, text, saved }
}

it('shows what was typed in another window', () => {
  const { text, saved } = open()
  saved('from elsewhere')
  expect(text()).toBe('from elsewhere')
  saved('')
  expect(text()).toBe('')
})

it('keeps what is newer here, and hears no echo of itself', () => {
  const { actions, saveDraft, text, saved } = open()
  actions.type('one', 'typed here')
  saved('from elsewhere')
  expect(text()).toBe('typed here')
  actions.keepDrafts()
  const [draft] = saveDraft.mock.calls[0] ?? []
  expect(draft).toMatchObject({ threadId: 'one', text: 'typed here' })
  actions.type('one', 'typed here, and more')
  actions.keepDrafts()
  saved('typed here', draft?.from)
  expect(text()).toBe('typed here, and more')
})

it('leaves quick ask alone', () => {
  const { text, saved } = open('quick-ask')
  saved('from elsewhere')
  expect(text()).toBe('')
})
