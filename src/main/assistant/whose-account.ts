import type { Account } from '../../contract/conversation'
import type { JsonObject } from '../../contract/json'
import type { Session } from '../identity/session'
import { accountIn, saysWhoAsks } from './account-words'
import type { AssistantDependencies } from './dependencies'
import { findMondayPlace, type AccountRead, type Place } from './monday-place'
import type { CatalogTool } from './tool-catalog'

/** Whose hands a call would use and where, in the provider's own words. */
export type WhoseAccount = {
  /** What is known already, without asking. */
  readonly known: (accountId: string) => Account | undefined
  /** Asks the provider, and tells what it says as it says it. Whatever it can't say in time stays unsaid. */
  readonly find: (asked: AskedAccount, tell: (account: Account) => void) => Promise<void>
  /** Who it is, without the place of a call; asked for unless it was found out since the last `forget`. */
  readonly who: (asked: AskedAccount) => Promise<Account | undefined>
  /** Connections are back: whoever it was, it may be somebody else now. */
  readonly forget: () => void
}

/** A call that waits, and the tools of the person it waits for. */
export type AskedAccount = {
  readonly session: Session
  readonly call: {
    readonly account_id: string
    readonly connection: string
    readonly tool: string
    readonly args: JsonObject
  }
  readonly tools: readonly CatalogTool[]
}

const lastsMs = 10 * 60_000
const patienceMs = 3000
// Nobody looks at an empty card meanwhile, and without an answer a person has to decide again.
const longPatienceMs = 15_000

type Needs = Pick<AssistantDependencies, 'scalekit' | 'clock'>

const isMonday = (tool: string): boolean => tool.startsWith('monday_')

const ownReads = ({ call, tools }: AskedAccount): readonly CatalogTool[] =>
  tools.filter(({ risk, record }) => risk === 'read' && record.accountId === call.account_id)

const readerOf = ({ scalekit }: Needs, asked: AskedAccount, timeoutMs: number): AccountRead => {
  const { session, call } = asked
  // SECURITY: nobody approves these, so they are tools that only look, of the very account that the call would use.
  const allowed = new Set(ownReads(asked).map(({ record }) => record.name))
  const signal = AbortSignal.timeout(timeoutMs)
  return async (tool, args) => {
    if (signal.aborted || !allowed.has(tool)) return undefined
    const outcome = await scalekit.execute(
      {
        identifier: session.identifier,
        accountId: call.account_id,
        connection: call.connection,
        tool,
        args,
        mayWrite: false,
      },
      { signal, timeoutMs },
    )
    return outcome.kind === 'done' ? outcome.data : undefined
  }
}

const askWho = async (asked: AskedAccount, read: AccountRead): Promise<Account | undefined> => {
  const tool = ownReads(asked).find(({ record }) => saysWhoAsks({ name: record.name, schema: record.inputSchema }))
  const result = tool && (await read(tool.record.name, {}))
  return result === undefined ? undefined : accountIn(result)
}

// The workspace of a Monday.com account depends on the call; its own name stands in where that can't be told.
const withoutPlace = (account: Account): Account => ({
  ...(account.label === undefined ? {} : { label: account.label }),
  ...(account.email === undefined ? {} : { email: account.email }),
})

/** Whose account it is, without what depends on the call. */
export const identityOf = (tool: string, account: Account): Account => {
  const { workspace } = account
  const who = withoutPlace(account)
  return isMonday(tool) || workspace === undefined ? who : { ...who, workspace }
}

const orAccountName = (place: Place | undefined, account: Account | undefined): Place => ({
  ...(account?.workspace === undefined ? {} : { workspace: account.workspace }),
  ...place,
})

type Answer = { readonly account: Account; readonly time: number; readonly placed: boolean }

/** Makes the lookup; who it is is kept for ten minutes, where it happens is asked for every call. */
export const createWhoseAccount = (needs: Needs): WhoseAccount => {
  let answers = new Map<string, Answer>()
  const recent = (accountId: string) => {
    const answer = answers.get(accountId)
    return answer !== undefined && needs.clock.now() - answer.time < lastsMs ? answer : undefined
  }
  const who = async (asked: AskedAccount, read: AccountRead): Promise<Account | undefined> => {
    const { account_id, tool } = asked.call
    const known = recent(account_id)
    if (known !== undefined) return known.account
    // What was asked for before a `forget` is not kept after it.
    const book = answers
    const account = await askWho(asked, read)
    if (account !== undefined) book.set(account_id, { account, time: needs.clock.now(), placed: !isMonday(tool) })
    return account
  }
  return {
    known: (accountId) => {
      const answer = recent(accountId)
      return answer?.placed === false ? withoutPlace(answer.account) : answer?.account
    },
    forget: () => {
      answers = new Map()
    },
    who: async (asked) => {
      const account = await who(asked, readerOf(needs, asked, longPatienceMs))
      return account === undefined ? undefined : identityOf(asked.call.tool, account)
    },
    find: async (asked, tell) => {
      const read = readerOf(needs, asked, patienceMs)
      const asking = who(asked, read)
      if (!isMonday(asked.call.tool)) {
        const account = await asking
        if (account !== undefined) tell(account)
        return
      }
      const placing = findMondayPlace(asked.call.args, read)
      const account = await asking
      if (account !== undefined) tell(withoutPlace(account))
      tell(orAccountName(await placing, account))
    },
  }
}
