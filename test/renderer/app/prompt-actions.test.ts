import { describe, expect, test, vi } from 'vitest'
import type { Bridge } from '../../../src/contract/bridge'
import { pushes } from '../../../src/contract/channels'
import { ok } from '../../../src/contract/result'
import { createActions, type Actions } from '../../../src/renderer/app/actions'
import { listen } from '../../../src/renderer/app/listen'
import { draftOf } from '../../../src/renderer/state/drafts'
import { createStore, type Store } from '../../../src/renderer/state/store'
import { createFakeBridge, type FakeBridge } from '../fake-bridge'
import { connection, connectionsState } from '../samples'

type Opened = { readonly fake: FakeBridge; readonly store: Store; readonly actions: Actions }

const open = (own: Partial<Omit<Bridge, 'on' | 'surface'>> = {}): Opened => {
  const fake = createFakeBridge(own)
  const store = createStore()
  store.dispatch({ type: 'connections', connections: connectionsState([connection()]) })
  return { fake, store, actions: createActions({ bridge: fake.bridge, store, retries: new Map() }) }
}

const text = ({ store }: Opened): string => draftOf(store.get().drafts, null).text

describe('using a prompt', () => {
  test('without anything left open puts it into the field of the chat, and sends nothing', () => {
    const send = vi.fn<Bridge['send']>()
    const opened = open({ send })
    opened.actions.navigate('prompts')
    opened.actions.usePrompt({ name: 'x', text: 'List my boards' })
    expect(opened.store.get().place.view).toBe('chat')
    expect(text(opened)).toBe('List my boards')
    expect(send).not.toHaveBeenCalled()
  })

  test('leaves what was typed, and names the connection that it is meant for while that is there', () => {
    const opened = open()
    opened.actions.type(null, 'First.')
    opened.actions.usePrompt({ name: 'x', text: 'List my boards', connection: 'monday' })
    expect(text(opened)).toBe('First.\n\n@monday List my boards')
    opened.actions.type(null, '')
    opened.actions.usePrompt({ name: 'x', text: 'List my boards', connection: 'gone' })
    expect(text(opened)).toBe('List my boards')
  })

  test('asks first for what is left open; giving up changes nothing', () => {
    const opened = open()
    const prompt = { name: 'x', text: 'On {{Board}}' }
    opened.actions.usePrompt(prompt)
    expect(opened.store.get().filling).toEqual(prompt)
    opened.actions.fillPrompt(null)
    expect([opened.store.get().filling, text(opened)]).toEqual([null, ''])
    opened.actions.usePrompt(prompt)
    opened.actions.fillPrompt({ board: 'Marketing' })
    expect(text(opened)).toBe('On Marketing')
  })

  test('whoever goes elsewhere is not asked any further', () => {
    const opened = open()
    opened.actions.usePrompt({ name: 'x', text: 'On {{Board}}' })
    opened.actions.navigate('settings')
    expect(opened.store.get().filling).toBeNull()
  })
})

test('what another window saved is shown here too', () => {
  const { fake, store, actions } = open()
  const stop = listen({ bridge: fake.bridge, store, retries: new Map() }, actions)
  const saved = { id: crypto.randomUUID(), name: 'Mine', text: 'x' }
  fake.push(pushes.prompts, [saved])
  expect(store.get().prompts).toEqual([saved])
  stop()
})

test('a message names the connections that its text chooses', async () => {
  const send = vi.fn<Bridge['send']>(async () => await Promise.resolve(ok({ threadId: 'one' })))
  const { actions } = open({ send })
  actions.type(null, '@monday list, but not @slack')
  await actions.send(null)
  expect(send.mock.calls[0]?.[0]).toMatchObject({ connections: ['monday'], text: '@monday list, but not @slack' })
})
