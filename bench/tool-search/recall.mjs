// How often a search finds a right tool among the first five: `node bench/tool-search/recall.mjs`.
import { sourceModule } from '../source-module.mjs'

const { labelledRequests, recallAtFive } = await sourceModule('test/main/assistant/tool-recall.ts')
const requests = labelledRequests()
const sets = [
  ['all', requests],
  ['tuned for', requests.filter(({ heldOut }) => !heldOut)],
  ['held out', requests.filter(({ heldOut }) => heldOut)],
]

const lines = [186, 1000].flatMap((tools) =>
  sets.map(([name, set]) => {
    const { recall, missed } = recallAtFive(tools, set)
    return `| ${tools} | ${name} | ${set.length} | ${recall.toFixed(3)} | ${missed.length} |`
  }),
)
process.stdout.write(`| tools | requests | n | recall@5 | missed |\n|---|---|---|---|---|\n${lines.join('\n')}\n`)
