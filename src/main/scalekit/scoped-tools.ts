import { ToolService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/tools/tools_pb.js'
import { z } from 'zod'
import { ok } from '../../contract/result'
import { listAccounts } from './accounts'
import type { EnvironmentCalls } from './environment-calls'
import { jsonObjectSchema } from '../../contract/json'
import { parseRows, readAllPages } from './pages'
import type { AccountRecord, Scalekit, ToolRecord } from './port'

const pageSize = 100

const definitionSchema = z.object({
  name: z.string().min(1).max(200),
  display_name: z.string().optional(),
  description: z.string().default(''),
  input_schema: jsonObjectSchema.default({ type: 'object', properties: {} }),
})

const rowSchema = z.object({
  identifier: z.string(),
  connectedAccountId: z.string(),
  tool: z.object({ provider: z.string(), definition: definitionSchema }),
})

type Row = z.infer<typeof rowSchema>

const toolOf = ({ tool }: Row, account: AccountRecord): ToolRecord => ({
  name: tool.definition.name,
  title: tool.definition.display_name ?? tool.definition.name,
  description: tool.definition.description,
  inputSchema: tool.definition.input_schema,
  connection: account.connection,
  provider: account.provider === '' ? tool.provider : account.provider,
  accountId: account.id,
})

/** Binds each tool to the account it came with; a tool of an account that isn't this person's own is left out. */
const bindTools = (rows: readonly Row[], accounts: readonly AccountRecord[]): readonly ToolRecord[] =>
  rows.flatMap((row) => {
    const account = accounts.find(({ id }) => id === row.connectedAccountId)
    return account === undefined ? [] : [toolOf(row, account)]
  })

/** Lists the tools of this person's active accounts on the given connections. */
export const listScopedTools = (calls: EnvironmentCalls): Scalekit['listTools'] => {
  const method = ToolService.method.listScopedTools
  return async (identifier, connections) => {
    const accounts = await listAccounts(calls)(identifier)
    if (!accounts.ok) return accounts
    const active = accounts.value.filter(
      ({ status, connection }) => status === 'active' && connections.includes(connection),
    )
    const connectionNames = [...new Set(active.map(({ connection }) => connection))]
    // An empty filter would mean every tool of the environment.
    if (connectionNames.length === 0) return ok([])
    const rows = await readAllPages<Row>(async (pageToken) => {
      const answer = await calls.read({
        method,
        request: { identifier, filter: { connectionNames }, pageSize, pageToken },
      })
      if (!answer.ok) return answer
      const parsed = parseRows(answer.value.tools, (row) => rowSchema.safeParse(row))
      return ok({ rows: parsed, nextPageToken: answer.value.nextPageToken })
    })
    return rows.ok ? ok(bindTools(rows.value, active)) : rows
  }
}
