import { describe, expect, it } from 'vitest'
import { channels } from '../../../src/contract/channels'
import { err, ok } from '../../../src/contract/result'
import { createDoor, maximumRequestBytes } from '../../../src/main/inbound/door'
import type { Handlers } from '../../../src/main/inbound/handlers'
import { failure } from '../../../src/main/platform/failures'
import { anyHandlers } from './any-handlers'

const doorWith = (handlers: Partial<Handlers>) => {
  const errors: unknown[] = []
  const door = createDoor({
    handlers: { ...anyHandlers, ...handlers },
    onError: (channel, error) => {
      errors.push([channel, error])
    },
  })
  return { door, errors }
}

describe('the door', () => {
  it('passes a request that fits its schema to its handler, and the answer back', async () => {
    const { door } = doorWith({ [channels.readDraft]: ({ threadId }) => ok({ text: `draft of ${String(threadId)}` }) })
    expect(await door(channels.readDraft, { threadId: 't1' })).toEqual(ok({ text: 'draft of t1' }))
  })

  it('cuts off what a window sends beyond the contract', async () => {
    let seen: unknown
    const { door } = doorWith({
      [channels.approve]: (request) => {
        seen = request
        return ok(null)
      },
    })
    await door(channels.approve, { callId: 'c1', args: { id: 1 }, identifier: 'somebody@else.example' })
    expect(seen).toEqual({ callId: 'c1', args: { id: 1 } })
  })

  it('cuts off what a handler returns beyond the contract', async () => {
    const state = { kind: 'ready' as const, connections: [], accessToken: 'secret' }
    const { door } = doorWith({ [channels.listConnections]: () => ok(state) })
    const reply = await door(channels.listConnections, { refresh: false })
    expect(reply).toEqual(ok({ kind: 'ready', connections: [] }))
  })

  it('refuses a request that does not fit its schema without calling the handler', async () => {
    let called = false
    const { door } = doorWith({
      [channels.deleteThread]: () => {
        called = true
        return ok(null)
      },
    })
    for (const request of [undefined, null, 'text', {}, { threadId: '' }, { threadId: 7 }]) {
      expect(await door(channels.deleteThread, request)).toMatchObject({
        ok: false,
        failure: { code: 'request-invalid', subject: channels.deleteThread },
      })
    }
    expect(called).toBe(false)
  })

  it('refuses more than a megabyte, counted in bytes', async () => {
    const { door } = doorWith({ [channels.approve]: () => ok(null) })
    const args = { text: '\u00e9'.repeat(maximumRequestBytes / 2) }
    expect(await door(channels.approve, { callId: 'c1', args })).toMatchObject({ failure: { code: 'request-invalid' } })
    const fits = { text: 'e'.repeat(maximumRequestBytes / 2) }
    expect(await door(channels.approve, { callId: 'c1', args: fits })).toEqual(ok(null))
  })

  it('refuses what is not JSON: cycles and big numbers', async () => {
    const { door } = doorWith({})
    const cycle: Record<string, unknown> = {}
    cycle['self'] = cycle
    for (const request of [cycle, { callId: 'c1', args: { id: 1n } }]) {
      expect(await door(channels.approve, request)).toMatchObject({ failure: { code: 'request-invalid' } })
    }
  })

  it('hands an expected failure through as it is', async () => {
    const expected = failure('approval-gone')
    const { door, errors } = doorWith({ [channels.approve]: () => err(expected) })
    expect(await door(channels.approve, { callId: 'c1', args: {} })).toEqual(err(expected))
    expect(errors).toEqual([])
  })

  it('says nothing of an exception but that there was one, and reports it', async () => {
    const thrown = new Error('at /home/ada with token abc')
    const { door, errors } = doorWith({
      [channels.signIn]: () => {
        throw thrown
      },
    })
    const reply = await door(channels.signIn, null)
    expect(reply).toEqual(err(failure('internal')))
    expect(errors).toEqual([[channels.signIn, thrown]])
  })

  it('does not let an answer out that breaks the contract', async () => {
    const errors: unknown[] = []
    const handlers = Object.assign(
      { ...anyHandlers },
      { [channels.readDraft]: () => ({ ok: true, value: { text: 7 } }) },
    )
    const door = createDoor({ handlers, onError: (channel) => errors.push(channel) })
    expect(await door(channels.readDraft, { threadId: null })).toEqual(err(failure('internal')))
    expect(errors).toEqual([channels.readDraft])
  })
})
