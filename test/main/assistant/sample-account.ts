import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jsonSchema, type Json, type JsonObject } from '../../../src/contract/json'
import type { ReadAccount } from '../../../src/main/assistant/account-reader'
import { riskOf } from '../../../src/main/assistant/risk'
import type { CatalogTool } from '../../../src/main/assistant/tool-catalog'
import { openIntercom } from '../../../src/sandbox/intercom/intercom'
import { openMonday } from '../../../src/sandbox/monday/monday'
import { ada } from '../../../src/sandbox/people'

/** A tool of an account, as the catalogue of the app has it. */
export const catalogTool = (name: string): CatalogTool => ({
  modelName: name,
  title: name,
  providerName: 'Provider',
  risk: riskOf(name),
  record: { name, title: name, description: '', inputSchema: {}, connection: 'c', provider: 'P', accountId: 'a' },
})

/** One person's account on the sandbox's own sample provider. */
export type SampleAccount = {
  readonly tools: readonly CatalogTool[]
  readonly run: (tool: string, args: JsonObject) => JsonObject
  readonly read: ReadAccount
  /** Everything that this person sees there, without when it was touched. */
  readonly sight: () => Json
}

const idIn = (value: unknown): string => /"id":"(\w+)"/.exec(JSON.stringify(value))?.[1] ?? ''

// Some lists are in the order in which things were touched.
const inOrder = (value: unknown): unknown =>
  Array.isArray(value) ? value.toSorted((one, other) => idIn(one).localeCompare(idIn(other))) : value

const withoutTimes = (value: Json): Json =>
  jsonSchema.parse(
    JSON.parse(
      JSON.stringify(value, (key: string, inner: unknown) =>
        ['updated_at', 'snoozed_until', 'total_count', 'labels'].includes(key) ? undefined : inOrder(inner),
      ),
    ),
  )

const boards = ['5091000001', '5091000002']

const looks = {
  monday: [
    ['monday_boards_list', { limit: 100 }],
    ...boards.map((board_id) => ['monday_items_list', { board_id, limit: 500 }] as const),
    ['monday_updates_list', { limit: 100 }],
    ['monday_tags_list', {}],
  ],
  intercom: [
    ['intercom_list_contacts', { per_page: 100 }],
    ['intercom_list_conversations', { per_page: 100 }],
    ['intercom_list_tags', {}],
    ['intercom_retrieve_company', { company_id: '66b2c0d00001' }],
  ],
} as const

/** Opens a fresh account of the sandbox's first person. */
export const openSampleAccount = (provider: 'monday' | 'intercom'): SampleAccount => {
  const directory = mkdtempSync(join(tmpdir(), 'onbehalf-'))
  const opened = provider === 'monday' ? openMonday(directory) : openIntercom(directory)
  const run: SampleAccount['run'] = (tool, args) => opened.execute({ identifier: ada.identifier, tool, args })
  return {
    run,
    tools: opened.tools().map(({ name }) => catalogTool(name)),
    read: (tool, args) => Promise.resolve(run(tool, args)),
    sight: () => withoutTimes(looks[provider].map(([tool, args]) => run(tool, args))),
  }
}
