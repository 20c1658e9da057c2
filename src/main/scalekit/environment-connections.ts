import { ConnectionService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js'
import { z } from 'zod'
import { ok } from '../../contract/result'
import type { EnvironmentCalls } from './environment-calls'
import { parseRows, readAllPages } from './pages'
import type { ConnectionRecord, Scalekit } from './port'

// The environment refuses a page of more than 30 connections.
const pageSize = 30

const rowSchema = z
  .object({ keyId: z.string().min(1).max(400), providerKey: z.string(), enabled: z.boolean() })
  .transform(({ keyId, providerKey, enabled }) => ({
    connection: { name: keyId, provider: providerKey === '' ? keyId : providerKey },
    enabled,
  }))

type Row = z.infer<typeof rowSchema>

/**
 * The connections that a person can use. A false on the wire is also how "not said" arrives,
 * so it counts only in an environment that says true of another connection.
 */
const usableConnections = (rows: readonly Row[]): readonly ConnectionRecord[] => {
  const said = rows.some(({ enabled }) => enabled)
  const byName = new Map(
    rows.filter(({ enabled }) => enabled || !said).map(({ connection }) => [connection.name, connection]),
  )
  return [...byName.values()].sort((a, b) => a.name.localeCompare(b.name))
}

/** Lists every enabled connection of the environment. */
export const listEnvironmentConnections = (calls: EnvironmentCalls): Scalekit['listConnections'] => {
  const readPage = async (pageToken: string) => {
    const answer = await calls.read({
      method: ConnectionService.method.listAppConnections,
      request: { pageSize, pageToken },
    })
    if (!answer.ok) return answer
    const rows = parseRows(answer.value.connections, (row) => rowSchema.safeParse(row))
    return ok({ rows, nextPageToken: answer.value.nextPageToken })
  }
  return async () => {
    const rows = await readAllPages(readPage)
    return rows.ok ? ok(usableConnections(rows.value)) : rows
  }
}
