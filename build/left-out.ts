import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const mastra = (name: string): RegExp => new RegExp(`/@mastra/core/dist/${name}[\\w-]*\\.js$`)
const entry = (name: string): RegExp => new RegExp(`/node_modules/${name}/.*\\.m?js$`)

// What the agent library brings along and this app never calls: the clients and lists of other models' providers,
// an older copy of the AI library, telemetry, skills in files, schedules. Constructing is let through because some is
// constructed on import; calling it is an error that names it.
const unused: readonly { readonly file: RegExp; readonly names?: readonly string[] }[] = [
  { file: mastra('models-dev') },
  { file: mastra('netlify') },
  { file: mastra('dist-BKksSoz6') },
  { file: mastra('dist-CGImzm5F') },
  { file: mastra('create-durable-agent') },
  { file: entry('posthog-node'), names: ['PostHog'] },
  { file: entry('ws'), names: ['default'] },
  { file: entry('re2js'), names: ['RE2JS'] },
  { file: entry('gray-matter'), names: ['default'] },
  { file: entry('picomatch'), names: ['default'] },
  { file: entry('croner'), names: ['Cron'] },
]

// Asked about every model, so these answer: nothing is known, as for any model that is not in the list.
const smaller: readonly { readonly file: RegExp; readonly text: string }[] = [
  {
    file: mastra('provider-registry'),
    text: `
      const nothing = () => undefined
      class MastraGateway {}
      class GatewayRegistry { static getInstance = () => ({ getProviderConfig: nothing }) }
      const registered = () => []
      const exported = {}
      const all = {}
      export { nothing as a, nothing as c, MastraGateway as d, registered as i, nothing as l, all as n, nothing as o,
        nothing as r, nothing as s, GatewayRegistry as t, exported as u }`,
  },
  // The app words its own messages; the other languages of the schema library are never read.
  { file: /\/node_modules\/zod\/v4\/locales\/index\.js$/, text: `export { default as en } from './en.js'` },
]

const exportedFrom = (path: string): readonly string[] => {
  const list = /export \{([^}]*)\};?\s*(?:\/\/.*)?$/.exec(readFileSync(path, 'utf8').trimEnd())?.[1]
  if (list === undefined) throw new Error(`${path} does not end with a list of exports`)
  return list.split(',').map((name) => name.trim().split(' as ').at(-1) ?? '')
}

const standIn = (path: string, names: readonly string[]): string => {
  const file = JSON.stringify(path.split('/node_modules/').at(-1))
  const head = `const leftOut = (name) => function () { if (!new.target) throw new Error(name + ' of ' + ${file} + ' is left out of this build') }`
  const body = names.map((name, index) => `const it${String(index)} = leftOut(${JSON.stringify(name)})`)
  const list = names.map((name, index) => `it${String(index)} as ${name}`)
  return [head, ...body, `export { ${list.join(', ')} }`].join('\n')
}

/** Leaves modules out of main that are imported and never used. Fails the build when one of them isn't there any more. */
export const leaveOut = (): Plugin => {
  const met = new Set<RegExp>()
  return {
    name: 'leave-out',
    enforce: 'pre',
    load(id) {
      const path = id.split('?')[0] ?? id
      const found = [...unused, ...smaller].find(({ file }) => file.test(path))
      if (found === undefined) return null
      met.add(found.file)
      if ('text' in found) return { code: found.text, moduleType: 'js' }
      return { code: standIn(path, found.names ?? exportedFrom(path)), moduleType: 'js' }
    },
    buildEnd(error) {
      const missed = [...unused, ...smaller].filter(({ file }) => !met.has(file))
      if (error === undefined && missed.length > 0)
        throw new Error(`Nothing to leave out: ${missed.map(({ file }) => file.source).join()}`)
    },
  }
}
