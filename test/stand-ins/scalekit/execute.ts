import { Code, ConnectError } from '@connectrpc/connect'
import { ConnectorStatus } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connected_accounts/connected_accounts_pb.js'
import { jsonObjectSchema, type JsonObject } from '../../../src/contract/json'
import { Refusal, type Workplace } from '../workplace'
import type { VaultAccount } from './accounts'
import { environmentError, toolError } from './errors'
import type { FaultKind, Faults } from './faults'
import { wireJson } from './wire-json'

/** One execution, as it reached the environment. */
export type ExecutionCall = {
  readonly account: VaultAccount
  readonly tool: string
  readonly args: unknown
  readonly signal: AbortSignal
}

/** Runs a tool; throws what the environment would answer. */
export type ExecuteTool = (
  call: ExecutionCall,
) => Promise<{ readonly data: ReturnType<typeof wireJson>; readonly executionId: string }>

/** An execution that was noted, with who and what. */
export type NotedExecution = { readonly tool: string; readonly identifier: string; readonly args: JsonObject }

const before: Readonly<Partial<Record<FaultKind, () => ConnectError>>> = {
  unavailable: () => new ConnectError('upstream connect error', Code.Unavailable),
  forbidden: () => toolError(Code.PermissionDenied, 'FORBIDDEN', 'Monday.com: you may not change this board'),
  unauthorized: () => toolError(Code.Unauthenticated, 'UNAUTHORIZED', 'Monday.com: token revoked'),
  expired: () => toolError(Code.Unauthenticated, 'UNAUTHORIZED', 'Monday.com: the access token has expired'),
  'scope-missing': () =>
    toolError(Code.PermissionDenied, 'FORBIDDEN', 'Monday.com: the token lacks the scope boards:write'),
  'rate-limited': () => toolError(Code.ResourceExhausted, 'RATE_LIMITED', 'Monday.com: complexity budget exhausted'),
  internal: () => toolError(Code.Internal, 'EXEC_FAILED', 'Monday.com: internal error'),
}

const refuseInactive = ({ account }: ExecutionCall): void => {
  if (account.status === ConnectorStatus.EXPIRED)
    throw toolError(Code.Unauthenticated, 'UNAUTHORIZED', 'connected account expired')
  if (account.status !== ConnectorStatus.ACTIVE)
    throw environmentError(Code.FailedPrecondition, 'CONNECTED_ACCOUNT_NOT_ACTIVE', 'connected account not active')
}

/** Holds answers back after the work was done, until they are let go or nobody waits any more. */
export type Gate = { readonly wait: (signal: AbortSignal) => Promise<void>; readonly open: () => void }

/** Makes a gate that is closed. */
export const createGate = (): Gate => {
  const waiting = new Set<() => void>()
  return {
    wait: (signal) =>
      new Promise((resolve) => {
        waiting.add(resolve)
        signal.addEventListener('abort', () => {
          resolve()
        })
      }),
    open: () => {
      for (const go of waiting) go()
      waiting.clear()
    },
  }
}

/** Executes on the workplace, with faults before or after the work. */
export const createExecute = (world: {
  readonly workplace: Workplace
  /** Connections that lead to a workplace of their own. */
  readonly elsewhere: Readonly<Record<string, Workplace>>
  readonly faults: Faults
  readonly gate: Gate
  readonly noted: NotedExecution[]
  /** What tools answer with in place of doing their work. */
  readonly answers: ReadonlyMap<string, JsonObject>
  readonly dropConnections: () => void
}): ExecuteTool => {
  const work = ({ account, tool }: ExecutionCall, args: JsonObject): JsonObject => {
    try {
      return (world.elsewhere[account.connection] ?? world.workplace).run(tool, args, account.seat)
    } catch (error) {
      if (error instanceof Refusal) throw toolError(Code.PermissionDenied, 'FORBIDDEN', `Monday.com: ${error.message}`)
      throw error
    }
  }
  const after = async (fault: FaultKind | undefined, signal: AbortSignal): Promise<void> => {
    if (fault === 'unavailable-after-write') throw new ConnectError('upstream reset', Code.Unavailable)
    if (fault === 'drop-after-write') world.dropConnections()
    if (fault === 'hold-after-write') await world.gate.wait(signal)
  }
  return async (call) => {
    refuseInactive(call)
    const args = jsonObjectSchema.parse(call.args)
    world.noted.push({ tool: call.tool, identifier: call.account.identifier, args })
    const fault = world.faults.take(call.tool)
    const refusal = fault === undefined ? undefined : before[fault]?.()
    if (refusal !== undefined) throw refusal
    const data = world.answers.get(call.tool) ?? work(call, args)
    await after(fault, call.signal)
    return { data: wireJson(data), executionId: `exec_${String(world.noted.length)}` }
  }
}
