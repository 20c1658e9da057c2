import { z } from 'zod'
import type { Account } from '../../contract/conversation'
import type { Json, JsonObject } from '../../contract/json'
import type { Session } from '../identity/session'
import type { AssistantDependencies } from './dependencies'
import { objectsIn } from './probe'

/** Whose hands a call would use, in the provider's own words. */
export type WhoseAccount = {
  /** What is known already, without asking. */
  readonly known: (accountId: string) => Account | undefined
  /** Asks the provider; undefined when it can't say in time. */
  readonly find: (session: Session, call: AccountOf) => Promise<Account | undefined>
}

type AccountOf = { readonly account_id: string; readonly connection: string; readonly tool: string }

const lastsMs = 10 * 60_000
const patienceMs = 3000

const personSchema = z.object({ name: z.string(), email: z.string().optional() })
const workspaceSchema = z.object({ name: z.string() })

// For each provider: the read that says who is asking, and the field that holds the workspace's name.
const providers: readonly { readonly prefix: string; readonly tool: string; readonly workspace: string }[] = [
  { prefix: 'monday_', tool: 'monday_me_get', workspace: 'account' },
  { prefix: 'intercom_', tool: 'intercom_identify_admin', workspace: 'app' },
]

/** Reads whose account it is from what the provider says about "me". */
export const accountIn = (result: Json, workspaceField: string): Account | undefined => {
  const holders = objectsIn(result)
  const me = holders.find((object) => typeof object['email'] === 'string' && personSchema.safeParse(object).success)
  const person = personSchema.safeParse(me)
  if (me === undefined || !person.success) return undefined
  const workspace = workspaceSchema.safeParse(
    [me, ...holders].map((object: JsonObject) => object[workspaceField]).find(Boolean),
  )
  return {
    label: person.data.name,
    ...(person.data.email === undefined ? {} : { email: person.data.email }),
    ...(workspace.success ? { workspace: workspace.data.name } : {}),
  }
}

/** Makes the lookup; an answer is kept for ten minutes. */
export const createWhoseAccount = ({
  scalekit,
  clock,
}: Pick<AssistantDependencies, 'scalekit' | 'clock'>): WhoseAccount => {
  const answers = new Map<string, { readonly account: Account; readonly time: number }>()
  const known = (accountId: string): Account | undefined => {
    const answer = answers.get(accountId)
    return answer !== undefined && clock.now() - answer.time < lastsMs ? answer.account : undefined
  }
  return {
    known,
    find: async (session, call) => {
      const cached = known(call.account_id)
      const provider = providers.find(({ prefix }) => call.tool.startsWith(prefix))
      if (cached !== undefined || provider === undefined) return cached
      const outcome = await scalekit.execute(
        {
          identifier: session.identifier,
          accountId: call.account_id,
          connection: call.connection,
          tool: provider.tool,
          args: {},
          mayWrite: false,
        },
        { signal: new AbortController().signal, timeoutMs: patienceMs },
      )
      const account = outcome.kind === 'done' ? accountIn(outcome.data, provider.workspace) : undefined
      if (account !== undefined) answers.set(call.account_id, { account, time: clock.now() })
      return account
    },
  }
}
