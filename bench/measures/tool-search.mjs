import { sourceModule } from '../source-module.mjs'

const catalogueSizes = [186, 1000]

/** How many of the labelled requests find a right tool among the first five. It is the same in every run. */
export const toolSearch = async (_runs, onRun) => {
  const { labelledRequests, recallAtFive } = await sourceModule('test/main/assistant/tool-recall.ts')
  const requests = labelledRequests()
  return catalogueSizes.map((tools) => {
    const samples = [recallAtFive(tools, requests).recall]
    onRun()
    return {
      name: `tool search, recall@5 of ${requests.length} requests, ${tools} tools`,
      unit: '',
      samples,
      goal: { statistic: 'minimum', limit: 0.95, unit: '', samples, atLeast: true },
    }
  })
}
