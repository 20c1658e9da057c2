import { create, type JsonObject as WireObject } from '@bufbuild/protobuf'
import { Code, ConnectError, type ConnectRouter, type ServiceImpl } from '@connectrpc/connect'
import {
  FilterSchema,
  ToolService,
  type ExecuteToolRequest,
  type Filter,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/tools/tools_pb.js'
import { jsonObjectSchema } from '../../contract/json'
import { ToolRefusal, type ToolDefinition } from '../sample-provider'
import { requireAccount } from './account-service'
import { connectionNamed, type SandboxAccount } from './accounts'
import { sandboxConnections } from './connections'
import { requireToken, type EnvironmentParts } from './environment-parts'
import { environmentError, newExecutionId, refusalError } from './failures'
import { pageOf } from './paging'
import { toWire } from './to-wire'

type Service = Partial<ServiceImpl<typeof ToolService>>
type ToolShape = {
  readonly id: string
  readonly name: string
  readonly provider: string
  readonly definition: WireObject
}

const limits = { byDefault: 20, largest: 100 }

const toolShape = (provider: string, definition: ToolDefinition): ToolShape => ({
  id: `tool_${definition.name}`,
  name: definition.name,
  provider,
  definition: toWire({ ...definition, schema_version: '1', tool_version: '1' }),
})

const toolsOf = (parts: EnvironmentParts, provider: string): readonly ToolDefinition[] =>
  parts.providers[provider]?.tools() ?? []

const allTools = (parts: EnvironmentParts): ToolShape[] =>
  sandboxConnections.flatMap(({ provider }) => toolsOf(parts, provider).map((tool) => toolShape(provider, tool)))

/** Whether a list names a value, or names nothing at all. */
const names = (list: readonly string[] | undefined, value: string): boolean =>
  list === undefined || list.length === 0 || list.includes(value)

/** The tools that a filter of the catalogue lets through. */
const matchingTools = (parts: EnvironmentParts, filter: Filter): ToolShape[] => {
  const provider = connectionNamed(filter.connector)?.provider ?? filter.provider
  const query = filter.query?.toLowerCase() ?? ''
  return allTools(parts)
    .filter((tool) => names(provider === '' ? [] : [provider], tool.provider))
    .filter(({ name }) => names(filter.toolName, name))
    .filter(({ definition }) => JSON.stringify(definition).toLowerCase().includes(query))
}

/** A tool without what only this file needs. */
const onWire = ({ id, provider, definition }: ToolShape): Omit<ToolShape, 'name'> => ({ id, provider, definition })

const listing = (parts: EnvironmentParts): Service => ({
  listTools: (request, context) => {
    requireToken(parts, context)
    const { rows, ...page } = pageOf(matchingTools(parts, request.filter ?? create(FilterSchema)), request, limits)
    return request.filter?.summary === true
      ? { ...page, tools: [], toolNames: rows.map(({ name }) => name) }
      : { ...page, tools: rows.map(onWire) }
  },
  listScopedTools: (request, context) => {
    requireToken(parts, context)
    const filter = request.filter
    const wanted = activeAccounts(parts, request.identifier)
      .filter(({ keyId }) => names(filter?.connectionNames, keyId))
      .map((account) => ({ account, provider: connectionNamed(account.keyId)?.provider ?? '' }))
      .filter(({ provider }) => names(filter?.providers, provider))
      .flatMap(({ account, provider }) => toolsOf(parts, provider).map((tool) => ({ account, provider, tool })))
      .filter(({ tool }) => names(filter?.toolNames, tool.name))
      .map(({ account, provider, tool }) => ({
        tool: onWire(toolShape(provider, tool)),
        identifier: account.identifier,
        connectedAccountId: account.id,
      }))
    const { rows, ...page } = pageOf(wanted, request, limits)
    return { ...page, tools: rows }
  },
  listAvailableTools: (request, context) => {
    requireToken(parts, context)
    const { rows, ...page } = pageOf(allTools(parts), request, limits)
    return { ...page, tools: rows.map(onWire) }
  },
})

const activeAccounts = ({ accounts }: EnvironmentParts, identifier: string): readonly SandboxAccount[] =>
  accounts.list().filter((account) => account.identifier === identifier && account.status === 'ACTIVE')

const executing = (parts: EnvironmentParts): Service => ({
  executeTool: (request, context) => {
    requireToken(parts, context)
    const account = requireUsableAccount(parts, request)
    const fault = parts.faults.take()
    if (fault === 'rate-limit')
      throw refusalError(new ToolRefusal('rate-limited', 'Too many requests, try again later'))
    const data = run(parts, account, request)
    if (fault === 'lost-answer') throw new ConnectError('upstream connect error', Code.Unavailable)
    return { data, executionId: newExecutionId() }
  },
})

/** The account that an execution names, if its state allows executing. */
const requireUsableAccount = (parts: EnvironmentParts, request: ExecuteToolRequest): SandboxAccount => {
  const account = requireAccount(parts, {
    id: request.connectedAccountId,
    identifier: request.identifier,
    connector: request.connector ?? connectionOfTool(parts, request.toolName),
  })
  if (request.identifier !== undefined && request.identifier !== account.identifier)
    throw environmentError(Code.NotFound, 'RESOURCE_NOT_FOUND', 'connected account not found')
  if (account.status === 'EXPIRED')
    throw refusalError(
      new ToolRefusal('unauthorized', 'The connected account has expired; the person must connect again'),
    )
  if (account.status !== 'ACTIVE')
    throw environmentError(Code.FailedPrecondition, 'CONNECTED_ACCOUNT_NOT_ACTIVE', 'connected account is not active')
  return account
}

const connectionOfTool = (parts: EnvironmentParts, tool: string): string | undefined =>
  sandboxConnections.find(({ provider }) => toolsOf(parts, provider).some(({ name }) => name === tool))?.keyId

const run = (parts: EnvironmentParts, account: SandboxAccount, request: ExecuteToolRequest): WireObject => {
  const provider = parts.providers[connectionNamed(account.keyId)?.provider ?? '']
  if (!provider?.tools().some(({ name }) => name === request.toolName))
    throw environmentError(Code.NotFound, 'TOOL_NOT_FOUND', `tool ${request.toolName} not found`)
  parts.accounts.noteUse(account)
  const args = jsonObjectSchema.parse(request.params ?? {})
  try {
    return toWire(provider.execute({ identifier: account.identifier, tool: request.toolName, args }))
  } catch (error) {
    throw error instanceof ToolRefusal ? refusalError(error) : error
  }
}

/** Serves tools: what there is, what a person may use, and running one. */
export const serveTools = (router: ConnectRouter, parts: EnvironmentParts): void => {
  router.service(ToolService, { ...listing(parts), ...executing(parts) })
}
