// `npm run bench [-- --runs N] [-- --only NAME] [-- --write]`: measures the built app; --write puts it into the README.
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { agentReady } from './measures/agent-ready.mjs'
import { coldStart } from './measures/cold-start.mjs'
import { frames } from './measures/frames.mjs'
import { hotkey } from './measures/hotkey.mjs'
import { longThread } from './measures/long-thread.mjs'
import { memoryAtRest } from './measures/memory.mjs'
import { toolCall } from './measures/tool-call.mjs'
import { toolSearch } from './measures/tool-search.mjs'
import { resultsTable } from './results-table.mjs'

const measures = {
  'cold-start': coldStart,
  'agent-ready': agentReady,
  memory: memoryAtRest,
  hotkey,
  'tool-call': toolCall,
  'long-thread': longThread,
  frames,
  'tool-search': toolSearch,
}

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '9' }, only: { type: 'string' }, write: { type: 'boolean' } },
})
const chosen = Object.entries(measures).filter(([name]) => values.only === undefined || values.only === name)
if (chosen.length === 0) throw new Error(`--only takes one of ${Object.keys(measures).join(', ')}`)

const rows = []
for (const [name, measure] of chosen) {
  process.stderr.write(`${name} `)
  rows.push(...(await measure(Number(values.runs), () => process.stderr.write('.'))))
  process.stderr.write('\n')
}

const version = readFileSync(path.join(process.env.ELECTRON_OVERRIDE_DIST_PATH, 'version'), 'utf8').trim()
const note = `Electron ${version.replace(/^v/, '')} on ${process.platform}-${process.arch}, ${String(cpus().length)} cores; sandbox workspace, nobody signed in; pairs taken back to back.`
const results = `${note}\n\n${resultsTable(rows)}\n`
process.stdout.write(results)
if (values.write) {
  const file = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'README.md')
  const between = /(?<=<!-- bench -->\n)[\s\S]*(?=<!-- \/bench -->)/
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(between, () => `\n${results}\n`),
  )
}
