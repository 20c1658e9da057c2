import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { createToolSearch } from '../../../src/main/assistant/tool-search'
import { asCatalog, catalogueOf } from './whole-catalogue'

const requestSchema = z.object({ request: z.string(), tools: z.array(z.string()).min(1), heldOut: z.boolean() })

/** What somebody asks for, and the tools of which any one does it. What is held out was never tuned for. */
export type LabelledRequest = z.infer<typeof requestSchema>

/** How well the search does on some of the requests. */
export type Recall = { readonly requests: number; readonly recall: number; readonly missed: readonly LabelledRequest[] }

/** The labelled requests. */
export const labelledRequests = (): readonly LabelledRequest[] =>
  z
    .array(requestSchema)
    .parse(JSON.parse(readFileSync(new URL('../../../bench/tool-search/requests.json', import.meta.url), 'utf8')))

/** How many of the requests find a right tool among the first five of `toolCount`. */
export const recallAtFive = (toolCount: number, requests: readonly LabelledRequest[]): Recall => {
  const search = createToolSearch(asCatalog(catalogueOf(toolCount)))
  const missed = requests.filter(
    ({ request, tools }) => !search(request, 5).some(({ record }) => tools.includes(record.name)),
  )
  return { requests: requests.length, recall: 1 - missed.length / requests.length, missed }
}
