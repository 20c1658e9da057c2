import { randomUUID } from 'node:crypto'
import { pushes } from '../../contract/channels'
import type { SessionState } from '../../contract/app-state'
import type { Assistant } from '../assistant/assistant'
import type { Connections } from '../connections/connections'
import type { Owner } from '../identity/identifier'
import type { Identity } from '../identity/session'
import type { AppStateStore } from '../inbound/app-state'
import type { Push } from '../inbound/pushes'
import type { Windows } from '../platform/windows'
import type { Scalekit } from '../scalekit/port'
import type { Teller } from './notify'

/** Everything that changes hands when somebody signs in or out. */
export type Followed = {
  readonly identity: Pick<Identity, 'local' | 'onChange'>
  readonly connections: Pick<Connections, 'clear' | 'onChange' | 'refresh'>
  readonly assistant: Pick<
    Assistant,
    'endGrants' | 'listGrants' | 'listThreads' | 'onEvents' | 'onGrants' | 'prompts' | 'stopAll'
  >
  readonly scalekit: Pick<Scalekit, 'warm'>
}

/** Where people see it. */
export type Surface = {
  readonly state: Pick<AppStateStore, 'forgetPersonal' | 'setSession'>
  readonly tellAll: Push
  readonly windows: Pick<Windows, 'openChat'>
  readonly teller: Teller
}

const mayAct = (session: SessionState): boolean => session.kind === 'signed-in' && session.offline === undefined

const endedMeanwhile = (session: SessionState): boolean =>
  session.kind === 'signed-out' && session.failure?.code === 'session-expired'

type Keyed = (session: SessionState, owner: Owner | undefined) => SessionState

// SECURITY: windows tell people apart by these; random, so that no window learns anything about an identifier.
const createKeys = (): Keyed => {
  const keys = new Map<Owner, string>()
  return (session, owner) => {
    if (session.kind !== 'signed-in' || owner === undefined) return session
    const key = keys.get(owner) ?? randomUUID()
    keys.set(owner, key)
    return { ...session, key }
  }
}

/** Who left and who came when one person takes the place of another, or of nobody. */
const changeOf = (
  before: Owner | undefined,
  now: Owner | undefined,
): { readonly left: Owner | undefined; readonly arrived: Owner | undefined } =>
  before === now ? { left: undefined, arrived: undefined } : { left: before, arrived: now }

/** Tells the windows what happens to the person whose screen they are, and to nobody else. */
const tellTheirs = (
  { identity, connections, assistant }: Followed,
  { tellAll, teller }: Pick<Surface, 'tellAll' | 'teller'>,
): (() => void)[] => {
  const isTheirs = (owner: Owner): boolean => owner === identity.local()?.owner
  return [
    connections.onChange((listed) => {
      tellAll(pushes.connections, listed)
    }),
    // SECURITY: what still comes in for a person who has left is not shown to the next one.
    assistant.onEvents((eventOwner, events) => {
      if (!isTheirs(eventOwner)) return
      tellAll(pushes.conversation, [...events])
      teller.hear(events)
    }),
    assistant.onGrants((changedOwner) => {
      const session = identity.local()
      if (session === null || session.owner !== changedOwner) return
      const grants = assistant.listGrants(session)
      if (grants.ok) tellAll(pushes.grants, grants.value)
    }),
    assistant.prompts.onChange((changedOwner) => {
      const prompts = isTheirs(changedOwner) ? assistant.prompts.list(changedOwner) : undefined
      if (prompts?.ok === true) tellAll(pushes.prompts, prompts.value)
    }),
  ]
}

/**
 * Keeps the windows and the services on the person who is signed in: whoever leaves takes along what was shown to
 * them and what runs in their name, before anybody else comes in. Returns the function that stops it.
 */
export const followSession = (followed: Followed, { state, tellAll, windows, teller }: Surface): (() => void) => {
  const { identity, connections, assistant, scalekit } = followed
  let owner: Owner | undefined
  let acted = false
  let before: SessionState['kind'] = 'restoring'
  const keyed = createKeys()
  const leave = (left: Owner): void => {
    assistant.stopAll()
    assistant.endGrants(left)
    connections.clear()
    teller.leave()
    state.forgetPersonal()
  }
  // Whose session it was can't be told any more; whoever was here last is the only one who can have allowed anything.
  const leaveBehind = (session: SessionState): void => {
    if (endedMeanwhile(session)) assistant.endGrants(null)
  }
  const enter = (): void => {
    const session = identity.local()
    const threads = session === null ? undefined : assistant.listThreads(session)
    if (threads?.ok === true) teller.arrive(threads.value)
  }
  const reach = (session: SessionState, arrived: boolean): void => {
    const before = acted
    acted = mayAct(session)
    if (!acted || (before && !arrived)) return
    void scalekit.warm()
    void connections.refresh()
  }
  const ownerIn = ({ kind }: SessionState): Owner | undefined =>
    kind === 'signed-in' ? identity.local()?.owner : undefined
  const follow = (session: SessionState): void => {
    const now = ownerIn(session)
    const { left, arrived } = changeOf(owner, now)
    if (left !== undefined) leave(left)
    if (before === 'restoring') leaveBehind(session)
    owner = now
    // Signing in ends in the browser: the window comes back to the front by itself, under what waits for the person.
    if (arrived !== undefined && before === 'signing-in') windows.openChat()
    state.setSession(keyed(session, now))
    if (arrived !== undefined) enter()
    reach(session, arrived !== undefined)
    before = session.kind
  }

  const stops = [identity.onChange(follow), ...tellTheirs(followed, { tellAll, teller })]
  return () => {
    for (const stop of stops) stop()
  }
}
