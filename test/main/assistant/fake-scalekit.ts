import type { Failure } from '../../../src/contract/failure'
import { err, ok } from '../../../src/contract/result'
import type { Identifier } from '../../../src/main/identity/identifier'
import { failure } from '../../../src/main/platform/failures'
import type { AccountRecord, Execution, ExecutionOutcome, Scalekit, ToolRecord } from '../../../src/main/scalekit/port'

/** The port as a test plays it: accounts and tools are data, `execute` is the test's own. */
export type FakeScalekit = Scalekit & {
  readonly executions: readonly Execution[]
  /** How long each of them may take. */
  readonly patience: readonly number[]
  accounts: readonly AccountRecord[]
  tools: readonly ToolRecord[]
  /** What listing tools fails with. */
  toolsFailure: Failure | undefined
  answer: (execution: Execution, signal: AbortSignal) => Promise<ExecutionOutcome> | ExecutionOutcome
}

/** An outcome with data. */
export const done = (data: Extract<ExecutionOutcome, { kind: 'done' }>['data']): ExecutionOutcome => ({
  kind: 'done',
  data,
  executionId: 'exec-1',
})

/** An outcome that was refused for certain. */
export const refused = (...about: Parameters<typeof failure>): ExecutionOutcome => ({
  kind: 'refused',
  failure: failure(...about),
  executionId: undefined,
})

/** An outcome whose answer was lost. */
export const lostAnswer: ExecutionOutcome = { kind: 'unknown', failure: failure('outcome-unknown') }

const unused = (): never => {
  throw new Error('The assistant has no business here')
}

/** Makes the fake. */
export const createFakeScalekit = (
  given: Pick<FakeScalekit, 'accounts' | 'tools' | 'answer'> & {
    readonly only?: Identifier
    /** A read that the app makes by itself now and then, and that no test counts. */
    readonly uncounted?: string
  },
): FakeScalekit => {
  const executions: Execution[] = []
  const patience: number[] = []
  const theirs = (identifier: Identifier): boolean => given.only === undefined || given.only === identifier
  const fake: FakeScalekit = {
    executions,
    patience,
    accounts: given.accounts,
    tools: given.tools,
    toolsFailure: undefined,
    answer: given.answer,
    warm: unused,
    listConnections: unused,
    ensureAccount: unused,
    authorizationLink: unused,
    verifyAccountUser: unused,
    deleteAccount: unused,
    reset: unused,
    listAccounts: (identifier) => Promise.resolve(ok(theirs(identifier) ? fake.accounts : [])),
    listTools: (identifier, connections) =>
      Promise.resolve(
        fake.toolsFailure === undefined
          ? ok(theirs(identifier) ? fake.tools.filter(({ connection }) => connections.includes(connection)) : [])
          : err(fake.toolsFailure),
      ),
    execute: async (execution, { signal, timeoutMs }) => {
      if (execution.tool !== given.uncounted) {
        executions.push(execution)
        patience.push(timeoutMs)
      }
      return fake.answer(execution, signal)
    },
  }
  return fake
}
