import type { Account } from '../../contract/conversation'
import type { Failure } from '../../contract/failure'
import type { Clock } from '../platform/clock'
import { openAccountLook, type AccountLook, type AskedAccount } from './account-read'
import { accountIn, saysWhoAsks } from './account-words'
import { findCataloguePlace } from './catalogue-place'
import { findIntercomPlace } from './intercom-place'
import { findMondayPlace } from './monday-place'
import type { Place } from './place'

/** What a look past everything that is remembered brought. */
export type FreshAccount = {
  readonly account: Account
  /** The provider could not say all of it in time. */
  readonly incomplete: boolean
  /** Why a read brought nothing. */
  readonly problem: Failure | undefined
}

/** Whose hands a call would use and where, in the provider's own words. */
export type WhoseAccount = {
  /** Who it is, where that is known already, without asking. */
  readonly known: (accountId: string) => Account | undefined
  /** Who it is, without the place of a call; asked for unless it was found out since the last `forget`. */
  readonly who: (asked: AskedAccount) => Promise<Account | undefined>
  /** Connections are back: whoever it was, it may be somebody else now. */
  readonly forget: () => void
  /** Asks the provider, and tells what it says as it says it. Whatever it can't say in time stays unsaid. */
  readonly find: (asked: AskedAccount, tell: (account: Account) => void) => Promise<void>
  /** Asks again, whatever is remembered: just before a call is sent. */
  readonly fresh: (asked: AskedAccount) => Promise<FreshAccount>
}

const lastsMs = 10 * 60_000
// Nobody looks at an empty card meanwhile, and without an answer a person has to decide again.
const longPatienceMs = 15_000

const askWho = async ({ tools, read }: AccountLook): Promise<Account | undefined> => {
  const tool = tools.find(({ record }) => saysWhoAsks({ name: record.name, schema: record.inputSchema }))
  const result = tool && (await read(tool.record.name, {}))
  return result === undefined ? undefined : accountIn(result)
}

const askPlace = ({ call }: AskedAccount, { tools, read }: AccountLook): Promise<Place> => {
  const looking = { args: call.args, read }
  if (call.tool.startsWith('monday_')) return findMondayPlace(call.tool, looking)
  if (call.tool.startsWith('intercom_')) return findIntercomPlace(call.tool, looking)
  return findCataloguePlace(call.tool, tools, looking)
}

// A company's account at Monday.com has several workspaces; elsewhere it is the workspace.
const whoAsShown = (tool: string, account: Account): Account =>
  tool.startsWith('monday_')
    ? account
    : {
        ...account,
        ...(account.tenant === undefined ? {} : { workspace: account.tenant }),
        ...(account.tenantId === undefined ? {} : { workspaceId: account.tenantId }),
      }

/** Makes the lookup; who it is is kept for ten minutes, where it happens is asked for every call. */
export const createWhoseAccount = (clock: Pick<Clock, 'now'>): WhoseAccount => {
  let answers = new Map<string, { readonly account: Account; readonly time: number }>()
  const recent = (accountId: string): Account | undefined => {
    const answer = answers.get(accountId)
    return answer !== undefined && clock.now() - answer.time < lastsMs ? answer.account : undefined
  }
  const ask = async ({ call }: AskedAccount, look: AccountLook): Promise<Account | undefined> => {
    // What was asked for before a `forget` is not kept after it.
    const book = answers
    const account = await askWho(look)
    if (account === undefined) return undefined
    const shown = whoAsShown(call.tool, account)
    book.set(call.account_id, { account: shown, time: clock.now() })
    return shown
  }
  return {
    known: recent,
    who: async (asked) => recent(asked.call.account_id) ?? (await ask(asked, openAccountLook(asked, longPatienceMs))),
    forget: () => {
      answers = new Map()
    },
    find: async (asked, tell) => {
      const look = openAccountLook(asked)
      const placing = askPlace(asked, look)
      const account = recent(asked.call.account_id) ?? (await ask(asked, look))
      if (account !== undefined) tell(account)
      const place = await placing
      if (Object.keys(place).length > 0) tell(place)
    },
    fresh: async (asked) => {
      const look = openAccountLook(asked)
      const [account, place] = await Promise.all([ask(asked, look), askPlace(asked, look)])
      return { account: { ...account, ...place }, incomplete: look.incomplete(), problem: look.problem() }
    },
  }
}
