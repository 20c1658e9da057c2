import type { JsonObject as WireObject, MessageInitShape } from '@bufbuild/protobuf'
import {
  ToolService,
  type ExecuteToolRequestSchema,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/tools/tools_pb.js'
import { z } from 'zod'
import { failure } from '../platform/failures'
import type { EnvironmentCalls } from './environment-calls'
import { executionOutcome } from './execution-outcome'
import { isJsonObject, jsonObjectSchema } from '../../contract/json'
import type { Execution, ExecutionOutcome, Scalekit } from './port'
import { writeLimit } from './wire'

// Half of what can be sent, so that encoding never finds out too late, with the request half gone.
const argsLimit = writeLimit / 2

const answerSchema = z.object({ data: jsonObjectSchema.default({}), executionId: z.string().default('') })
const isWireObject = (value: unknown): value is WireObject => isJsonObject(value)

const invalid = (execution: Execution, detail: string): ExecutionOutcome => ({
  kind: 'refused',
  failure: failure('arguments-invalid', { subject: execution.tool, detail }),
  executionId: undefined,
})

const doneOutcome = (message: unknown): ExecutionOutcome => {
  const answer = answerSchema.safeParse(message)
  // The environment said that it was done: an answer that can't be read doesn't make it undone.
  if (!answer.success) return { kind: 'done', data: {}, executionId: undefined }
  const { data, executionId } = answer.data
  return { kind: 'done', data, executionId: executionId === '' ? undefined : executionId }
}

const requestOf = (execution: Execution, params: WireObject): MessageInitShape<typeof ExecuteToolRequestSchema> => ({
  toolName: execution.tool,
  identifier: execution.identifier,
  connectedAccountId: execution.accountId,
  connector: execution.connection,
  params,
})

/**
 * Runs one tool once, by the generated client's own call: the SDK's `executeTool` repeats a call whose
 * answer was lost, and with it a write that was already done.
 */
export const executeTool =
  (calls: EnvironmentCalls): Scalekit['execute'] =>
  async (execution, { signal, timeoutMs }) => {
    if (signal.aborted) return { kind: 'stopped' }
    const params: unknown = execution.args
    if (!isWireObject(params)) return invalid(execution, 'The arguments are not plain JSON.')
    if (Buffer.byteLength(JSON.stringify(params)) > argsLimit) return invalid(execution, 'The arguments are too large.')
    const request = requestOf(execution, params)
    const answer = await calls.once({ method: ToolService.method.executeTool, request }, { signal, timeoutMs })
    if (answer.ok) return doneOutcome(answer.value)
    return executionOutcome(answer.failure, { ...execution, host: calls.host })
  }
