import type { JsonObject } from '@bufbuild/protobuf'

type TestConnection = { readonly name: string; readonly provider: string; readonly enabled: boolean }
export type TestAccount = {
  readonly id: string
  readonly identifier: string
  readonly connector: string
  readonly provider: string
  status: number
}
type TestTool = { readonly provider: string; readonly definition: JsonObject }
type Logged = { readonly method: string; readonly authorized: boolean; readonly headers: Headers }
type TestExecution = {
  readonly tool: string
  readonly identifier: string | undefined
  readonly accountId: string | undefined
  readonly params: JsonObject | undefined
}

/** What happens to the next call of a method, before or after it is done. */
export type Fault = {
  readonly method: string
  readonly when: 'before' | 'after'
  readonly run: (signal: AbortSignal) => unknown
}

/** Everything the environment knows. Tests read and change it directly. */
export type EnvironmentState = {
  readonly connections: TestConnection[]
  readonly accounts: TestAccount[]
  readonly tools: TestTool[]
  readonly log: Logged[]
  readonly executions: TestExecution[]
  readonly faults: Fault[]
  readonly tokens: Set<string>
  readonly links: {
    readonly url: string
    readonly state: string
    readonly verifyUrl: string
    readonly accountId: string
  }[]
  readonly verifiable: Map<string, TestAccount>
  /** What a tool answers; the arguments come back when it is not set. */
  answer: JsonObject | undefined
  /** Where links lead instead of to the environment. */
  link: string | undefined
}

/** Live provider credentials that the environment holds. They must never arrive anywhere else. */
export const providerSecrets = ['provider-access-token-4711', 'provider-refresh-token-4712'] as const

/** An environment with two connections, nobody's accounts, and one reading and one writing tool for each. */
export const createState = (): EnvironmentState => ({
  connections: [
    { name: 'monday-prod', provider: 'MONDAY', enabled: true },
    { name: 'intercom', provider: 'INTERCOM', enabled: true },
  ],
  accounts: [],
  tools: ['MONDAY', 'INTERCOM'].flatMap((provider) =>
    ['list', 'create'].map((verb) => ({
      provider,
      definition: {
        name: `${provider.toLowerCase()}_thing_${verb}`,
        display_name: `${provider.toLowerCase()} thing ${verb}`,
        description: `${verb} things`,
        input_schema: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
      },
    })),
  ),
  log: [],
  executions: [],
  faults: [],
  tokens: new Set(),
  links: [],
  verifiable: new Map(),
  answer: undefined,
  link: undefined,
})
