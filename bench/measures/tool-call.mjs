import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createClient } from '@connectrpc/connect'
import { createGrpcTransport } from '@connectrpc/connect-node'
import { ToolService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/tools/tools_pb.js'
import { sourceModule } from '../source-module.mjs'
import { quantile } from '../statistics.mjs'

const warmUpCalls = 300
const callsPerRun = 300
const call = { toolName: 'monday_thing_list', connectedAccountId: 'ca_bench', connector: 'monday-prod' }

const rawClient = async ({ url, clientId, clientSecret, identifier }) => {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  })
  const answer = await (await fetch(new URL('/oauth/token', url), { method: 'POST', body })).json()
  const headers = { authorization: `Bearer ${answer.access_token}` }
  const client = createClient(ToolService, createGrpcTransport({ baseUrl: new URL(url).origin }))
  return () => client.executeTool({ ...call, identifier, params: {} }, { headers, timeoutMs: 20_000 })
}

const ownClient = async ({ url, clientId, clientSecret, identifier }) => {
  const { createDirectScalekit } = await sourceModule('src/main/scalekit/direct-scalekit.ts')
  const settings = { environmentUrl: new URL(url), clientId, clientSecret: { reveal: () => clientSecret } }
  const scalekit = createDirectScalekit({ settings })
  const execution = { identifier, accountId: call.connectedAccountId, connection: call.connector, tool: call.toolName }
  const options = { signal: new AbortController().signal, timeoutMs: 20_000 }
  return async () => {
    const outcome = await scalekit.execute({ ...execution, args: {}, mayWrite: false }, options)
    if (outcome.kind !== 'done') throw new Error(`The call was ${outcome.kind}`)
  }
}

const timeOf = async (work) => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Calls in turns, so that a busy moment weighs on both. */
const takeTurns = async (calls, raw, own) => {
  const times = { raw: [], own: [] }
  for (let count = 0; count < calls; count += 1) {
    times.raw.push(await timeOf(raw))
    times.own.push(await timeOf(own))
  }
  return { raw: quantile(times.raw, 0.5), own: quantile(times.own, 0.5) }
}

/** One tool call through our adapter, against the generated client alone, on the same environment. */
export const toolCall = async (runs, onRun) => {
  const server = fork(new URL('../scalekit-process.mjs', import.meta.url))
  try {
    const [environment] = await once(server, 'message')
    const clients = [await rawClient(environment), await ownClient(environment)]
    await takeTurns(warmUpCalls, ...clients)
    const medians = []
    for (let run = 0; run < runs; run += 1) {
      medians.push(await takeTurns(callsPerRun, ...clients))
      onRun()
    }
    const samples = medians.map(({ own, raw }) => own / raw)
    return [
      { name: 'tool call, p50 of 300', unit: 'ms', samples: medians.map(({ own }) => own) },
      { name: '&nbsp;&nbsp;generated client alone', unit: 'ms', samples: medians.map(({ raw }) => raw) },
      { name: '&nbsp;&nbsp;ratio', unit: 'x', samples, goal: { statistic: 'median', limit: 1.1, unit: 'x', samples } },
    ]
  } finally {
    server.disconnect()
  }
}
