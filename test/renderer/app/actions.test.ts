import { describe, expect, test, vi } from 'vitest'
import { pushes } from '../../../src/contract/channels'
import type { Bridge } from '../../../src/contract/bridge'
import { err, ok } from '../../../src/contract/result'
import { createActions, type Actions } from '../../../src/renderer/app/actions'
import { listen } from '../../../src/renderer/app/listen'
import { draftOf } from '../../../src/renderer/state/drafts'
import { createStore, type Store } from '../../../src/renderer/state/store'
import { createFakeBridge, type FakeBridge } from '../fake-bridge'
import { call, failure, message, said, thread } from '../samples'

const open = (
  own: Partial<Omit<Bridge, 'on' | 'surface'>> = {},
): { readonly fake: FakeBridge; readonly store: Store; readonly actions: Actions } => {
  const fake = createFakeBridge(own)
  const store = createStore()
  const context = { bridge: fake.bridge, store, retries: new Map<string, () => void>() }
  return { fake, store, actions: createActions(context) }
}

describe('deciding', () => {
  test('a second click while the first is on its way sends nothing', async () => {
    const approve = vi.fn<Bridge['approve']>(async () => await Promise.resolve(ok(null)))
    const { actions } = open({ approve })
    await Promise.all([actions.approve(call()), actions.approve(call()), actions.decline(call())])
    expect(approve).toHaveBeenCalledTimes(1)
  })

  test('sends exactly what the card shows', async () => {
    const approve = vi.fn<Bridge['approve']>(async () => await Promise.resolve(ok(null)))
    const { actions } = open({ approve })
    actions.editArguments('call-1', { args: { item_name: 'Edited' }, texts: {} })
    await actions.approve(call())
    expect(approve).toHaveBeenCalledWith({ callId: 'call-1', args: { item_name: 'Edited' } })
  })

  test('a decision that failed can be taken again, and says why', async () => {
    const approve = vi.fn<Bridge['approve']>(async () => await Promise.resolve(err(failure('arguments-invalid'))))
    const { actions, store } = open({ approve })
    await actions.approve(call())
    expect(store.get().approvals['call-1']).toMatchObject({ deciding: false, failure: { code: 'arguments-invalid' } })
    await actions.approve(call())
    expect(approve).toHaveBeenCalledTimes(2)
  })
})

describe('sending', () => {
  test('keeps the text when it fails, and repeats it under the same id', async () => {
    const send = vi.fn<Bridge['send']>(async () => await Promise.resolve(err(failure('network-down'))))
    const { actions, store } = open({ send })
    actions.type(null, 'hello')
    expect(await actions.send(null)).toBeNull()
    expect(draftOf(store.get().drafts, null)).toMatchObject({ text: 'hello', failure: { code: 'network-down' } })
    await actions.send(null)
    expect(send.mock.calls[0]?.[0].messageId).toBe(send.mock.calls[1]?.[0].messageId)
  })

  test('a new thread shows everything that happened in it, also before its id came back', async () => {
    const { actions, store, fake } = open({
      send: async ({ messageId }) => {
        fake.push(pushes.conversation, [
          { kind: 'thread', thread: thread('new') },
          { kind: 'message', message: said(messageId, 'hello', 'new') },
          { kind: 'message', message: message('answer', [], { threadId: 'new', status: 'streaming' }) },
        ])
        return await Promise.resolve(ok({ threadId: 'new' }))
      },
    })
    listen({ bridge: fake.bridge, store, retries: new Map() }, actions)
    await vi.waitFor(() => {
      expect(store.get().threads.kind).toBe('ready')
    })
    actions.type(null, 'hello')
    const threadId = await actions.send(null)
    actions.showSent(threadId ?? '')
    expect(store.get().conversations['new']).toMatchObject({ phase: 'ready' })
    expect(store.get().conversations['new']?.messages).toHaveLength(2)
    expect(store.get().place).toEqual({ view: 'chat', threadId: 'new' })
  })
})

test('a file that the windows are told of before the answer comes is there once', async () => {
  const told = { id: crypto.randomUUID(), name: 'a.txt', mediaType: 'text/plain', size: 1 } as const
  const { actions, store, fake } = open({
    attachFile: async () => {
      fake.push(pushes.draftFiles, { threadId: null, files: [told] })
      return await Promise.resolve(ok(told))
    },
  })
  listen({ bridge: fake.bridge, store, retries: new Map() }, actions)
  await actions.attachFiles(null, [new File(['a'], 'a.txt')])
  expect(draftOf(store.get().drafts, null).files).toEqual([told])
})

describe('a text from a link', () => {
  const file = { id: crypto.randomUUID(), name: 'a.txt', mediaType: 'text/plain', size: 1 } as const
  const takeAsked = async () => await Promise.resolve(ok({ text: 'Send it to me', removed: 0 }))

  test('stands in the field where that is free', async () => {
    const { actions, store } = open({ takeAsked })
    await actions.takeAsked()
    expect(draftOf(store.get().drafts, null).text).toBe('Send it to me')
  })

  test('is only offered beside files, also where the window has not heard of them', async () => {
    const { actions, store } = open({ takeAsked, draftFiles: async () => await Promise.resolve(ok([file])) })
    await actions.takeAsked()
    expect(draftOf(store.get().drafts, null).text).toBe('')
    expect(store.get().quickAsk.offered?.text).toBe('Send it to me')
  })
})

describe('a message that is changed', () => {
  const files = ['a.txt', 'b.txt'].map((name) => ({
    kind: 'file' as const,
    id: crypto.randomUUID(),
    name,
    mediaType: 'text/plain' as const,
    size: 1,
  }))
  const [left, kept] = files
  const changed = message('message-1', [{ kind: 'text', text: 'Read' }, ...files], { role: 'user' })

  test('goes without the files that were taken out, whatever was typed since; sent again, the failure is gone', async () => {
    const editMessage = vi.fn<Bridge['editMessage']>(async () => await Promise.resolve(err(failure('network-down'))))
    const { actions, store } = open({ editMessage })
    actions.startEdit(changed)
    actions.leaveOutFile(changed, left?.id ?? '')
    actions.typeEdit(changed, 'Read again')
    await actions.sendEdit(changed)
    expect(editMessage.mock.lastCall?.[0]).toMatchObject({ text: 'Read again', files: [kept?.id] })
    expect(store.get().edits[changed.id]?.failure?.code).toBe('network-down')
    const again = actions.sendEdit(changed)
    expect(store.get().edits[changed.id]).toMatchObject({ sending: true })
    expect(store.get().edits[changed.id]?.failure).toBeUndefined()
    await again
    expect(editMessage.mock.calls[1]).toEqual(editMessage.mock.calls[0])
  })

  test('has all of them again once the change is given up', () => {
    const { actions, store } = open()
    actions.startEdit(changed)
    actions.leaveOutFile(changed, left?.id ?? '')
    actions.cancelEdit(changed)
    actions.startEdit(changed)
    expect(store.get().edits[changed.id]?.leftOut).toEqual([])
  })
})

test('a link is opened only after the question was answered with yes', () => {
  const openLink = vi.fn<Bridge['openLink']>(async () => await Promise.resolve(ok(null)))
  const { actions } = open({ openLink })
  actions.askToOpenLink('https://a.example/')
  actions.answerLink(false)
  expect(openLink).not.toHaveBeenCalled()
  actions.askToOpenLink('https://b.example/')
  actions.answerLink(true)
  expect(openLink).toHaveBeenCalledExactlyOnceWith({ url: 'https://b.example/' })
})

test('what failed without a place of its own is said, and can be tried again', async () => {
  const connect = vi.fn<Bridge['connect']>(
    async () => await Promise.resolve(err(failure('browser-unavailable', { kind: 'retry' }))),
  )
  const { actions, store } = open({ connect })
  actions.connect('monday')
  await vi.waitFor(() => {
    expect(store.get().alerts).toHaveLength(1)
  })
  actions.retryAlert(store.get().alerts[0]?.id ?? '')
  expect(connect).toHaveBeenCalledTimes(2)
})
