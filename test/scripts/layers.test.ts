import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

/** Each file with what it imports, and the rule that this breaks. */
const forbidden: readonly (readonly [rule: string, file: string, code: string])[] = [
  ['platform-never-imports-an-outer-layer', 'src/main/platform/a.ts', `import '../identity/z'`],
  ['identity-never-imports-an-outer-layer', 'src/main/identity/a.ts', `import '../scalekit/z'`],
  ['scalekit-never-imports-an-outer-layer', 'src/main/scalekit/a.ts', `import '../connections/z'`],
  ['connections-never-imports-an-outer-layer', 'src/main/connections/a.ts', `import '../assistant/z'`],
  ['assistant-never-imports-an-outer-layer', 'src/main/assistant/a.ts', `import '../inbound/z'`],
  ['doctor-never-imports-an-outer-layer', 'src/main/doctor/a.ts', `import '../inbound/z'`],
  ['notifications-never-imports-an-outer-layer', 'src/main/notifications/a.ts', `import '../inbound/z'`],
  ['no-circular', 'src/main/platform/ring-back.ts', `import './ring'`],
  ['nobody-imports-the-composition-root', 'src/main/inbound/b.ts', `import '../index'`],
  ['main-never-imports-a-window', 'src/main/platform/c.ts', `import '../../renderer/bridge'`],
  ['contract-is-a-leaf', 'src/contract/b.ts', `import '../main/platform/z'`],
  ['contract-needs-only-zod', 'src/contract/c.ts', `import 'node:fs'`],
  ['only-identity-makes-identifiers', 'src/main/scalekit/d.ts', `import '../identity/parse-identifier'`],
  ['only-identity-makes-identifiers', 'src/main/composition/d.ts', `import '../identity/parse-identifier'`],
  ['sandbox-is-loaded-on-demand', 'src/main/index.ts', `import '../sandbox/sandbox'`],
  ['only-the-composition-root-loads-the-sandbox', 'src/main/inbound/e.ts', `void import('../../sandbox/sandbox')`],
  ['sandbox-is-a-world-of-its-own', 'src/sandbox/f.ts', `import '../main/platform/z'`],
  ['renderer-never-imports-main-or-preload', 'src/renderer/g.ts', `import '../main/platform/z'`],
  ['renderer-takes-types-only-from-contract', 'src/renderer/h.ts', `import '../contract/a'`],
  ['plain-contract-has-no-schemas', 'src/contract/plain/h.ts', `import '../a'`],
  ['renderer-has-no-node', 'src/renderer/i.ts', `import 'node:path'`],
  ['preload-runs-channels-only', 'src/preload/j.ts', `import '../contract/a'`],
  ['features-stand-alone', 'src/renderer/features/chat/k.ts', `import '../settings/z'`],
  ['ui-takes-props-only', 'src/renderer/ui/l.ts', `import '../state/z'`],
  ['state-is-pure', 'src/renderer/state/m.ts', `import '../bridge'`],
  ['source-never-imports-tests', 'src/main/platform/n.ts', `import '../../../test/z'`],
  ['only-the-shell-imports-electron', 'src/main/assistant/o.ts', `import 'electron'`],
  ['only-assistant-imports-the-agent', 'src/main/inbound/p.ts', `import '@mastra/core/agent'`],
  ['only-assistant-imports-the-agent', 'src/main/composition/p.ts', `import '@ai-sdk/openai'`],
  ['only-scalekit-imports-its-sdk', 'src/main/connections/q.ts', `import '@scalekit-sdk/node'`],
  ['only-identity-imports-the-oidc-client', 'src/main/connections/r.ts', `import 'openid-client'`],
  ['only-the-store-imports-libsql', 'src/main/inbound/s.ts', `import 'libsql'`],
  ['only-sandbox-imports-the-oidc-provider', 'src/main/identity/t.ts', `import 'oidc-provider'`],
  ['language-needs-only-its-library', 'src/language/v.ts', `import '../main/platform/z'`],
  ['only-language-imports-i18next', 'src/renderer/w.ts', `import 'i18next'`],
  ['every-file-is-used', 'src/main/platform/orphan.ts', `export const nobodyWantsMe = 1`],
  ['every-package-is-declared', 'src/main/platform/u.ts', `import 'left-pad-that-is-nowhere'`],
]

const permitted: readonly (readonly [file: string, code: string])[] = [
  ['src/main/assistant/ok.ts', `import '../platform/z'; import '../scalekit/z'; import '@mastra/core/agent'`],
  ['src/main/scalekit/ok.ts', `import '../identity/z'; import '@scalekit-sdk/node'`],
  ['src/main/identity/ok.ts', `import './parse-identifier'; import 'openid-client'`],
  ['src/main/composition/ok.ts', `void import('../../sandbox/sandbox'); import '../inbound/z'`],
  ['src/sandbox/ok.ts', `import '../contract/a'; import 'oidc-provider'; import '@scalekit-sdk/node'`],
  [
    'src/renderer/features/chat/ok.ts',
    `import type {} from '../../../contract/a'; import '../../../contract/plain/a'; import '../../state/z'`,
  ],
  ['src/preload/ok.ts', `import '../contract/channels'; import 'electron'`],
]

const targets = [
  ...['platform', 'identity', 'scalekit', 'connections', 'assistant', 'doctor', 'inbound'].map(
    (name) => `src/main/${name}/z.ts`,
  ),
  ...['features/settings/z', 'state/z', 'bridge'].map((name) => `src/renderer/${name}.ts`),
  ...['src/main/identity/parse-identifier.ts', 'src/sandbox/sandbox.ts', 'test/z.ts'],
  ...['src/contract/a.ts', 'src/contract/channels.ts', 'src/contract/plain/a.ts'],
]

const write = (root: string, file: string, code: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), `${code}\nexport {}\n`)
}

/** A project in the shape of ours with every forbidden import in it, beside permitted ones. */
const makeProject = () => {
  const root = mkdtempSync(path.join(tmpdir(), 'onbehalf-layers-'))
  for (const name of ['package.json', 'tsconfig.base.json', 'node_modules', 'dependency-cruiser.cjs']) {
    symlinkSync(path.resolve(name), path.join(root, name))
  }
  for (const file of targets) write(root, file, '')
  write(root, 'src/main/platform/ring.ts', `import './ring-back'`)
  for (const [, file, code] of forbidden) write(root, file, code)
  for (const [file, code] of permitted) write(root, file, code)
  return root
}

const report = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
})

const cruise = (root: string) => {
  const program = path.resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const args = [program, '--config', 'dependency-cruiser.cjs', '--output-type', 'json', 'src']
  const output = execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
  return report.parse(JSON.parse(output)).summary.violations.map(({ from, rule }) => `${rule.name} ${from}`)
}

describe('the layers', () => {
  let violations: readonly string[] = []
  beforeAll(() => {
    violations = cruise(makeProject())
  }, 60_000)

  it.each(forbidden)('%s catches %s with %s', (rule, file) => {
    expect(violations).toContain(`${rule} ${file}`)
  })

  it.each(permitted)('permit %s with %s', (file) => {
    expect(violations.filter((violation) => violation.endsWith(` ${file}`))).toEqual([])
  })
})
