import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createAgentLoader } from '../../../src/main/assistant/agent'
import { systemClock, type Clock } from '../../../src/main/platform/clock'
import { done, lostAnswer, refused } from './fake-scalekit'
import { item, openAllowed, type GrantsDesk } from './grants-desk'
import { fewTools } from './harness'
import { ada, grace } from './people'

beforeAll(createAgentLoader(), 60_000)

let open: GrantsDesk | undefined
afterEach(async () => {
  expect(open?.bugs ?? []).toEqual([])
  await open?.close()
  open = undefined
})

const allowed = async (...given: Parameters<typeof openAllowed>) => {
  const { desk, threadId } = await openAllowed(...given)
  open = desk
  return { desk, threadId }
}

const movable = (): { readonly clock: Clock; readonly move: (ms: number) => void } => {
  let ahead = 0
  return {
    clock: { ...systemClock, now: () => systemClock.now() + ahead },
    move: (ms) => {
      ahead += ms
    },
  }
}

const hour = 60 * 60_000

describe('what was allowed from now on', () => {
  test('runs by itself on the same board in the same conversation, said so on the card and in Activity', async () => {
    const { desk, threadId } = await allowed('thread')
    await desk.order([item('1', 'second')], threadId)
    const call = await desk.lastIs(threadId, 'done', 'second')
    expect(desk.writes()).toHaveLength(2)
    const [grant] = desk.granted()
    expect(call.grant).toBe(grant?.id)
    expect(grant).toMatchObject({ target: { argument: 'board_id', id: '1' }, duration: 'thread', uses: 1 })
    const activity = desk.assistant.listActivity(ada, undefined)
    const [entry] = activity.ok ? activity.value.entries : []
    expect(entry).toMatchObject({ decision: 'granted' })
    expect(entry?.steps.at(-1)?.grant).toContain(`monday_item_create · board_id 1`)
    expect(entry?.steps.at(-1)?.grant).toContain(grant?.id)
  })

  test('asks on another board, in another conversation, and for the very same thing again', async () => {
    const { desk, threadId } = await allowed('thread')
    await desk.order([item('2', 'elsewhere')], threadId)
    await desk.lastIs(threadId, 'pending')
    const other = await desk.order([item('1', 'other thread')])
    await desk.lastIs(other, 'pending')
    await desk.order([item('1', 'twice'), item('1', 'twice')], threadId)
    await desk.until(() => {
      const twice = desk.calls(threadId).filter(({ args }) => args['item_name'] === 'twice')
      return (
        twice.some(({ state }) => state === 'done') &&
        twice.some(({ state, grant }) => state === 'pending' && grant === undefined)
      )
    })
    expect(desk.writes()).toHaveLength(2)
  })

  test('goes on after a restart, also in another conversation when it is for 30 days', async () => {
    const { desk } = await allowed('30-days')
    open = undefined
    const restarted = await desk.restart()
    const threadId = await restarted.ask(JSON.stringify([item('1', 'after')]))
    await restarted.until(() => restarted.calls(threadId)[0]?.state === 'done')
    expect(desk.writes()).toHaveLength(2)
    await restarted.close()
  })

  test('is nobody else’s on the same computer', async () => {
    const { desk, threadId } = await allowed('30-days')
    desk.signIn(grace)
    const sent = await desk.assistant.send(grace, {
      threadId: null,
      messageId: 'g',
      text: JSON.stringify([item('1', 'hers')]),
    })
    if (!sent.ok) throw new Error('not sent')
    await desk.until(() =>
      desk.messages(sent.value.threadId, grace).some(({ parts }) => parts.some(({ kind }) => kind === 'tool-call')),
    )
    expect(desk.granted(grace)).toEqual([])
    const [mine] = desk.granted(ada)
    desk.assistant.revokeGrant(grace, mine?.id ?? '')
    desk.assistant.revokeGrants(grace)
    expect(desk.granted(ada)[0]?.ended).toBeUndefined()
    expect(desk.writes()).toHaveLength(1)
    expect(desk.calls(threadId)).toHaveLength(1)
  })

  test('stops after twenty in a row, and goes on once the person said something', async () => {
    const { desk, threadId } = await allowed('thread')
    await desk.order(
      Array.from({ length: 22 }, (_, index) => item('1', `row ${String(index)}`)),
      threadId,
    )
    await desk.until(() => {
      const states = desk.calls(threadId).map(({ state }) => state)
      return states.filter((state) => state === 'done').length === 21 && states.at(-1) === 'pending'
    })
    expect(desk.writes()).toHaveLength(21)
  })
})

describe('a permission ends', () => {
  const endings: readonly [string, string, (desk: GrantsDesk, threadId: string) => void][] = [
    [
      'when it is revoked',
      'revoked',
      (desk) => {
        desk.assistant.revokeGrant(ada, desk.granted()[0]?.id ?? '')
      },
    ],
    [
      'when everything is revoked',
      'revoked',
      (desk) => {
        desk.assistant.revokeGrants(ada)
      },
    ],
    [
      'when the tool says something else about itself',
      'tool-changed',
      (desk) => {
        desk.scalekit.tools = fewTools().map((tool) => ({ ...tool, description: `${tool.description} And more.` }))
      },
    ],
    [
      'when the tool takes something else',
      'tool-changed',
      (desk) => {
        desk.scalekit.tools = fewTools().map((tool) => ({ ...tool, inputSchema: { ...tool.inputSchema, title: 'x' } }))
      },
    ],
    [
      'when the connection has another account',
      'account-changed',
      (desk) => {
        desk.scalekit.tools = fewTools().map((tool) => ({ ...tool, accountId: 'monday-2' }))
        desk.scalekit.accounts = desk.scalekit.accounts.map((one) => ({ ...one, id: one.id.replace('1', '2') }))
      },
    ],
    [
      'when the account is disconnected, also if it comes back',
      'disconnected',
      (desk) => {
        desk.connections.set('monday', 'not-connected')
      },
    ],
    [
      'when the person signs out',
      'signed-out',
      (desk) => {
        desk.assistant.endGrants(ada.owner)
      },
    ],
  ]

  test.each(endings)('%s', async (_when, because, end) => {
    const { desk, threadId } = await allowed('30-days')
    end(desk, threadId)
    if (because === 'disconnected') {
      await new Promise((resolve) => setImmediate(resolve))
      desk.connections.set('monday', 'connected')
    }
    await desk.order([item('1', 'second')], threadId)
    await desk.lastIs(threadId, 'pending')
    expect(desk.granted()[0]?.ended?.because).toBe(because)
    expect(desk.writes()).toHaveLength(1)
  })

  test('when its thread is deleted, and only then if it was for that thread', async () => {
    const { desk, threadId } = await allowed('thread')
    desk.assistant.deleteThread(ada, threadId)
    expect(desk.granted()[0]?.ended?.because).toBe('thread-deleted')
  })

  test('when its time is over, and a clock that is set back does not bring it back', async () => {
    const { clock, move } = movable()
    const { desk, threadId } = await allowed('30-days', { clock })
    move(30 * 24 * hour)
    await desk.order([item('1', 'late')], threadId)
    await desk.lastIs(threadId, 'pending')
    expect(desk.granted()[0]?.ended?.because).toBe('expired')
    move(-20 * 24 * hour)
    await desk.order([item('1', 'earlier')], threadId)
    await desk.lastIs(threadId, 'pending')
    expect(desk.writes()).toHaveLength(1)
  })

  test('when the clock goes back behind the moment in which it was given', async () => {
    const { clock, move } = movable()
    const { desk, threadId } = await allowed('today', { clock })
    move(-hour)
    await desk.order([item('1', 'before')], threadId)
    await desk.lastIs(threadId, 'pending')
    expect(desk.writes()).toHaveLength(1)
  })

  test('when the provider says that the account is somebody else’s now', async () => {
    const { clock, move } = movable()
    let name = 'Ada Lovelace'
    const me = () => done({ data: { me: { name, email: `${name.split(' ')[0] ?? ''}@northwind.example` } } })
    const tools = fewTools().map((tool) => (tool.name === 'monday_me_get' ? { ...tool, name: 'monday_whoami' } : tool))
    const { desk, threadId } = await allowed('30-days', {
      clock,
      tools,
      answer: ({ tool }) => (tool === 'monday_whoami' ? me() : done({ id: '57' })),
    })
    name = 'Charles Babbage'
    move(hour)
    desk.connections.set('monday', 'expired')
    desk.connections.set('monday', 'connected')
    await expect.poll(() => desk.granted()[0]?.ended?.because).toBe('account-changed')
    await desk.order([item('1', 'second')], threadId)
    await desk.lastIs(threadId, 'pending')
    expect(desk.writes()).toHaveLength(1)
  })

  test('when the provider says so only as the next call is about to go', async () => {
    const { clock, move } = movable()
    let name = 'Ada Lovelace'
    const tools = fewTools().map((tool) => (tool.name === 'monday_me_get' ? { ...tool, name: 'monday_whoami' } : tool))
    const { desk, threadId } = await allowed('30-days', {
      clock,
      tools,
      answer: ({ tool }) => (tool === 'monday_whoami' ? done({ me: { name } }) : done({ id: '57' })),
    })
    name = 'Charles Babbage'
    move(hour)
    await desk.order([item('1', 'second')], threadId)
    await desk.lastIs(threadId, 'pending')
    expect(desk.granted()[0]?.ended?.because).toBe('account-changed')
    expect(desk.writes()).toHaveLength(1)
  })
})

describe('a covered call', () => {
  test('that is revoked between its claim and its request is not sent and asks', async () => {
    const { desk, threadId } = await allowed('thread')
    const { accounts } = desk.scalekit
    Object.defineProperty(desk.scalekit, 'accounts', {
      get: () => {
        if (desk.last(threadId).state === 'claimed') desk.assistant.revokeGrants(ada)
        return accounts
      },
    })
    await desk.order([item('1', 'second')], threadId)
    const call = await desk.lastIs(threadId, 'pending')
    expect(call.grant).toBeUndefined()
    expect(desk.writes()).toHaveLength(1)
  })

  test('whose answer is lost is unknown and not sent again', async () => {
    let lost = false
    const { desk, threadId } = await allowed('thread', { answer: () => (lost ? lostAnswer : done({ id: '57' })) })
    lost = true
    await desk.order([item('1', 'second')], threadId)
    await desk.lastIs(threadId, 'unknown')
    expect(desk.writes()).toHaveLength(2)
  })

  test('whose connection has expired waits for its person, not for the connection', async () => {
    let expired = false
    const { desk, threadId } = await allowed('thread', {
      answer: ({ mayWrite }) => (expired && mayWrite ? refused('connection-expired') : done({ id: '57' })),
    })
    expired = true
    await desk.order([item('1', 'second')], threadId)
    const call = await desk.lastIs(threadId, 'pending')
    expect(call.failure?.code).toBe('connection-expired')
    expired = false
    desk.connections.set('monday', 'connected')
    expect(desk.writes()).toHaveLength(2)
    expect(desk.last(threadId)).toMatchObject({ id: call.id, state: 'pending' })
  })

  test('that was stopped before it was taken waits', async () => {
    const { desk, threadId } = await allowed('thread')
    const { tools } = desk.scalekit
    Object.defineProperty(desk.scalekit, 'tools', {
      get: () => {
        if (desk.last(threadId).grant !== undefined) desk.assistant.stop(ada, threadId)
        return tools
      },
    })
    await desk.order([item('1', 'second')], threadId)
    const call = await desk.until(() => {
      const now = desk.last(threadId)
      return now.state === 'pending' && now.args['item_name'] === 'second' && now.grant === undefined && now
    })
    expect(call.state).toBe('pending')
    expect(desk.writes()).toHaveLength(1)
  })
})
