import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { jsonObjectSchema } from '../../../src/contract/json'
import { riskOf } from '../../../src/main/assistant/risk'
import { modelNames, type CatalogTool } from '../../../src/main/assistant/tool-catalog'
import type { ToolRecord } from '../../../src/main/scalekit/port'
import { otherConnectors } from './other-connectors'

const toolSchema = z.object({
  name: z.string(),
  description: z.string(),
  display_name: z.string(),
  input_schema: jsonObjectSchema,
})
const fileSchema = z.object({ monday: z.array(toolSchema), intercom: z.array(toolSchema) })

const file = new URL('../../fixtures/scalekit-tools.json', import.meta.url)

const records = (provider: 'monday' | 'intercom'): readonly ToolRecord[] =>
  fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')))[provider].map((tool) => ({
    name: tool.name,
    title: tool.display_name,
    description: tool.description,
    inputSchema: tool.input_schema,
    connection: provider,
    provider: provider.toUpperCase(),
    accountId: `${provider}-1`,
  }))

/** Every tool that the two providers really have. */
export const wholeCatalogue = (): readonly ToolRecord[] => [...records('monday'), ...records('intercom')]

/** The whole catalogue among the tools of other connectors, `count` together. */
export const catalogueOf = (count: number): readonly ToolRecord[] => {
  const real = wholeCatalogue()
  return [...real, ...otherConnectors(count - real.length)]
}

/** Records as the assistant keeps them. */
export const asCatalog = (tools: readonly ToolRecord[]): readonly CatalogTool[] => {
  const names = modelNames(tools)
  return tools.map((record, index) => ({
    modelName: names[index] ?? '',
    title: record.title,
    providerName: record.connection,
    risk: riskOf(record.name),
    record,
  }))
}
