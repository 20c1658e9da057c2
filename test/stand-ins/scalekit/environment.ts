import { Code, ConnectError } from '@connectrpc/connect'
import { connectNodeAdapter } from '@connectrpc/connect-node'
import { ConnectorStatus } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connected_accounts/connected_accounts_pb.js'
import type { JsonObject } from '../../../src/contract/json'
import type { Workplace } from '../workplace'
import { openVault, type StandInConnection, type Vault } from './accounts'
import { createExecute, createGate, type NotedExecution } from './execute'
import { createFaults, type Fault } from './faults'
import { answerHttp, type Credentials } from './http'
import { serveEnvironment } from './services'
import { listenOnOnePort } from './wire'

/** A Scalekit environment that is not the sandbox's: its real wire, other data, and faults on demand. */
export type ScalekitStandIn = {
  readonly url: string
  readonly credentials: Credentials
  readonly vault: Vault
  /** Every execution that reached the environment, whatever was answered. */
  readonly executions: readonly NotedExecution[]
  /** The name of every call, oldest first. */
  readonly calls: readonly string[]
  readonly fail: (fault: Fault) => void
  /** Nothing goes wrong any more. */
  readonly heal: () => void
  /** From now on a tool answers this, and does nothing. */
  readonly answer: (tool: string, data: JsonObject) => void
  /** Takes a tool out of the catalogue. */
  readonly withdraw: (tool: string) => void
  /** Lets held answers go. */
  readonly release: () => void
  readonly setStatus: (identifier: string, connection: string, status: keyof typeof ConnectorStatus) => void
  readonly close: () => Promise<void>
}

/** Starts the environment on loopback. */
export const startScalekit = async (
  workplace: Workplace,
  connections: readonly StandInConnection[],
  elsewhere: Readonly<Record<string, Workplace>> = {},
): Promise<ScalekitStandIn> => {
  const credentials: Credentials = {
    clientId: 'skc_harbour',
    clientSecret: 'sks_harbour-secret-never-to-be-seen',
    tokens: new Set(),
    tokenRequests: 0,
  }
  const vault = openVault(connections)
  const faults = createFaults()
  const gate = createGate()
  const noted: NotedExecution[] = []
  const calls: string[] = []
  const answers = new Map<string, JsonObject>()
  const withdrawn = new Set<string>()
  let drop = (): void => undefined
  let url = ''
  const routes = serveEnvironment({
    vault,
    workplace,
    withdrawn,
    execute: createExecute({
      workplace,
      elsewhere,
      faults,
      gate,
      noted,
      answers,
      dropConnections: () => {
        drop()
      },
    }),
    authorize: (context) => {
      calls.push(context.method.name)
      const token = (context.requestHeader.get('authorization') ?? '').replace(/^Bearer /, '')
      if (!credentials.tokens.has(token)) throw new ConnectError('invalid token', Code.Unauthenticated)
    },
    address: () => url,
  })
  const http2 = connectNodeAdapter({ routes, grpc: true, connect: false, grpcWeb: false })
  const wire = await listenOnOnePort({
    http1: answerHttp({ vault, colleagues: workplace.colleagues }, credentials),
    http2,
  })
  drop = wire.dropConnections
  url = wire.url
  return {
    url,
    credentials,
    vault,
    executions: noted,
    calls,
    fail: faults.add,
    answer: (tool, data) => {
      answers.set(tool, data)
    },
    withdraw: (tool) => {
      withdrawn.add(tool)
    },
    heal: faults.clear,
    release: gate.open,
    setStatus: (identifier, connector, status) => {
      vault.find({ identifier, connector }).status = ConnectorStatus[status]
    },
    close: () => {
      gate.open()
      return wire.close()
    },
  }
}
