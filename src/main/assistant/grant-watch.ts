import type { ConnectionsState } from '../../contract/connections'
import type { Owner } from '../identity/identifier'
import type { ToolRecord } from '../scalekit/port'
import type { AssistantDependencies } from './dependencies'
import type { Grants } from './grants'
import { plainReads } from './account-read'
import { compareHands } from './grant-record'
import { attempt } from './saving'
import type { ToolCatalog } from './tool-catalog'
import { toolHashOf } from './tool-hash'
import type { WhoseAccount } from './whose-account'

/** Ends what a new list of tools no longer bears out: a tool that says or takes something else, or another account. */
export const endUnlisted = (grants: Grants, owner: Owner, tools: readonly ToolRecord[]): void => {
  const listed = new Map(tools.map((tool) => [`${tool.connection}\n${tool.name}`, tool]))
  const listedOf = ({ connection, tool }: { readonly connection: string; readonly tool: string }) =>
    listed.get(`${connection}\n${tool}`)
  attempt(() => {
    grants.end(owner, 'account-changed', (grant) => {
      const tool = listedOf(grant)
      return tool !== undefined && tool.accountId !== grant.account_id
    })
    grants.end(owner, 'tool-changed', (grant) => {
      const tool = listedOf(grant)
      return tool !== undefined && toolHashOf(tool) !== grant.tool_hash
    })
  })
}

type Gone = { readonly gone: readonly string[]; readonly there: readonly string[] }

const divide = ({ kind, connections }: ConnectionsState): Gone => {
  const named = (statuses: readonly string[]): readonly string[] =>
    kind === 'ready' ? connections.filter(({ status }) => statuses.includes(status)).map(({ name }) => name) : []
  return { gone: named(['not-connected', 'disconnected']), there: named(['connected']) }
}

type WatchNeeds = Pick<AssistantDependencies, 'scalekit' | 'connections' | 'ensureSession' | 'log'> & {
  readonly grants: Grants
  readonly catalog: ToolCatalog
  readonly whose: WhoseAccount
}

const endDisconnected = async ({ connections, ensureSession, grants }: WatchNeeds): Promise<void> => {
  const session = await ensureSession()
  if (!session.ok) return
  // As it is now: whoever was signed in before may have left meanwhile.
  const gone = new Set(divide(connections.state()).gone)
  grants.end(session.value.owner, 'disconnected', ({ connection }) => gone.has(connection))
}

const endSomebodyElses = async (needs: WatchNeeds, back: ReadonlySet<string>): Promise<void> => {
  const session = await needs.ensureSession()
  if (!session.ok) return
  const { owner } = session.value
  const standing = needs.grants.standing(owner).filter(({ connection }) => back.has(connection))
  if (standing.length === 0) return
  // Listing the tools ends what belongs to another account; of what is left, the provider is asked who it is.
  const tools = await needs.catalog.forSession(session.value)
  if (!tools.ok) return
  for (const grant of standing) {
    const now = await needs.whose.who({
      call: { ...grant, args: {} },
      tools: tools.value,
      run: plainReads(needs.scalekit, session.value, grant),
    })
    if (compareHands(grant, now) === 'other') needs.grants.end(owner, 'account-changed', ({ id }) => id === grant.id)
  }
}

/** Ends the permissions of accounts that are disconnected, or come back as somebody else, as soon as it shows. */
export const watchAccounts = (needs: WatchNeeds): void => {
  let before = divide(needs.connections.state())
  const reported = (work: Promise<void>): void => {
    work.catch((error: unknown) => {
      needs.log.error('granted-account', error)
    })
  }
  needs.connections.onChange((state) => {
    const now = divide(state)
    const back = now.there.filter((name) => !before.there.includes(name))
    const gone = now.gone.filter((name) => !before.gone.includes(name))
    before = now
    if (gone.length > 0) reported(endDisconnected(needs))
    if (back.length > 0) reported(endSomebodyElses(needs, new Set(back)))
  })
}
