import { describe, expect, it } from 'vitest'
import type { SessionState } from '../../../src/contract/app-state'
import { pushes } from '../../../src/contract/channels'
import type { ConnectionsState } from '../../../src/contract/connections'
import type { ConversationEvent } from '../../../src/contract/conversation'
import { ok } from '../../../src/contract/result'
import { followSession } from '../../../src/main/composition/follow-session'
import { ownerOf } from '../../../src/main/identity/owner'
import { parseIdentifier } from '../../../src/main/identity/parse-identifier'
import type { Session } from '../../../src/main/identity/session'
import { failure } from '../../../src/main/platform/failures'

const sessionOf = (name: string): Session => {
  const identifier = parseIdentifier({ sub: name }, 'sub')
  if (identifier === null) throw new Error('Not an identifier')
  return { identifier, owner: ownerOf('https://issuer.example', identifier), person: { name } }
}

const ada = sessionOf('ada')
const ben = sessionOf('ben')
const noConnections: ConnectionsState = { kind: 'loading', connections: [] }
const deleted = (threadId: string): ConversationEvent => ({ kind: 'thread-deleted', threadId })

const listeners = <A extends readonly unknown[]>() => {
  const all = new Set<(...given: A) => void>()
  return {
    listen: (listener: (...given: A) => void) => {
      all.add(listener)
      return () => {
        all.delete(listener)
      }
    },
    tell: (...given: A) => {
      for (const listener of all) listener(...given)
    },
  }
}

const fixture = () => {
  const happened: string[] = []
  const states = listeners<[SessionState]>()
  const events = listeners<[Session['owner'], readonly ConversationEvent[]]>()
  const lists = listeners<[ConnectionsState]>()
  const grants = listeners<[Session['owner']]>()
  let current: Session | null = null
  const keys: (string | undefined)[] = []
  const note = (what: string) => () => {
    happened.push(what)
  }
  const stop = followSession(
    {
      identity: { local: () => current, onChange: states.listen },
      connections: {
        clear: note('clear'),
        onChange: lists.listen,
        refresh: () => {
          happened.push('refresh')
          return Promise.resolve(noConnections)
        },
      },
      assistant: {
        onEvents: events.listen,
        prompts: {
          onChange: () => () => undefined,
          list: () => ok([]),
          save: () => ok(null),
          remove: () => ok(null),
        },
        stopAll: note('stop'),
        listThreads: () => ok([]),
        onGrants: grants.listen,
        listGrants: ({ owner }) => {
          happened.push(owner === ada.owner ? 'list ada' : 'list ben')
          return ok([])
        },
        endGrants: (owner) => {
          happened.push(owner === null ? 'end everybody' : owner === ada.owner ? 'end ada' : 'end ben')
          return ok(undefined)
        },
      },
      scalekit: {
        warm: () => {
          happened.push('warm')
          return Promise.resolve(ok(null))
        },
      },
    },
    {
      state: {
        setSession: (session) => {
          happened.push(session.kind)
          if (session.kind === 'signed-in') keys.push(session.key)
        },
        forgetPersonal: note('forget'),
      },
      tellAll: (channel) => happened.push(channel),
      windows: { openChat: note('open') },
      teller: { arrive: note('notify'), leave: note('close notifications'), hear: note('news') },
    },
  )
  const become = (session: Session | null, state?: SessionState) => {
    current = session
    const there =
      session === null ? undefined : { kind: 'signed-in' as const, person: session.person, remembered: false }
    states.tell(state ?? there ?? { kind: 'signed-out' })
  }
  return { happened, keys, become, events, lists, grants, stop }
}

describe('following the session', () => {
  it('warms Scalekit and reads the connections when somebody is there', () => {
    const { become, happened } = fixture()
    become(ada)
    expect(happened).toEqual(['signed-in', 'notify', 'warm', 'refresh'])
  })

  it('asks nobody for somebody who is offline, and catches up once the issuer has answered', () => {
    const { become, happened } = fixture()
    const offline = failure('issuer-unreachable')
    become(ada, { kind: 'signed-in', person: ada.person, remembered: true, offline })
    become(ada, { kind: 'signed-in', person: ada.person, remembered: true, offline })
    expect(happened).toEqual(['signed-in', 'notify', 'signed-in'])
    become(ada)
    expect(happened.slice(3)).toEqual(['signed-in', 'warm', 'refresh'])
    become(ada)
    expect(happened.slice(6)).toEqual(['signed-in'])
  })

  it('brings the window back from the browser after a sign-in, not after a restored session', () => {
    const { become, happened } = fixture()
    become(null, { kind: 'signing-in' })
    become(ada)
    expect(happened).toContain('open')
    const restored = fixture()
    restored.become(ada)
    expect(restored.happened).not.toContain('open')
  })

  it('stops and forgets everything of whoever leaves before the windows hear of it', () => {
    const { become, happened } = fixture()
    become(ada)
    happened.length = 0
    become(null)
    expect(happened).toEqual(['stop', 'end ada', 'clear', 'close notifications', 'forget', 'signed-out'])
  })

  it('does so too when another person comes in without a sign-out', () => {
    const { become, happened } = fixture()
    become(ada)
    happened.length = 0
    become(ben)
    expect(happened).toEqual([
      'stop',
      'end ada',
      'clear',
      'close notifications',
      'forget',
      'signed-in',
      'notify',
      'warm',
      'refresh',
    ])
  })

  it('ends what was allowed when the session turns out to have ended while the app was closed, and only then', () => {
    const over: SessionState = { kind: 'signed-out', failure: failure('session-expired') }
    const revoked = fixture()
    revoked.become(null, { kind: 'restoring' })
    revoked.become(null, over)
    expect(revoked.happened).toContain('end everybody')
    const offline = fixture()
    offline.become(null, { kind: 'restoring' })
    offline.become(null, { kind: 'signed-out', failure: failure('issuer-unreachable') })
    offline.become(ada)
    offline.stop()
    expect(offline.happened.filter((what) => what.startsWith('end'))).toEqual([])
  })

  it('tells whoever is there what they allowed, and nobody else', () => {
    const { become, happened, grants } = fixture()
    become(ben)
    happened.length = 0
    grants.tell(ada.owner)
    expect(happened).toEqual([])
    grants.tell(ben.owner)
    expect(happened).toEqual(['list ben', pushes.grants])
  })

  it('tells people apart by a key that is theirs whenever they are there, and says nothing about them', () => {
    const { become, keys } = fixture()
    for (const session of [ada, ben, null, ada]) become(session)
    const [first, second, again] = keys
    expect(first).toMatch(/^[0-9a-f-]{36}$/)
    expect(again).toBe(first)
    expect(second).not.toBe(first)
    const elsewhere = fixture()
    elsewhere.become(ada)
    expect(elsewhere.keys[0]).not.toBe(first)
  })

  it('does nothing but tell when the same person is said to be there again', () => {
    const { become, happened } = fixture()
    become(ada)
    happened.length = 0
    become(ada)
    expect(happened).toEqual(['signed-in'])
  })

  it('shows what happens to the person who is there, and to nobody else', () => {
    const { become, happened, events } = fixture()
    become(ada)
    happened.length = 0
    events.tell(ada.owner, [deleted('t1')])
    expect(happened).toEqual([pushes.conversation, 'news'])
    become(ben)
    happened.length = 0
    events.tell(ada.owner, [deleted('t1')])
    expect(happened).toEqual([])
    become(null)
    happened.length = 0
    events.tell(ben.owner, [deleted('t2')])
    expect(happened).toEqual([])
  })

  it('listens no more once it was stopped', () => {
    const { become, happened, events, lists, stop } = fixture()
    become(ada)
    stop()
    happened.length = 0
    become(null)
    events.tell(ada.owner, [deleted('t1')])
    lists.tell(noConnections)
    expect(happened).toEqual([])
  })
})
