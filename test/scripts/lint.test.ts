import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

/** The project's own configuration, without the rules that need a whole program around the file. */
const linter = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] })

const rules = z.object({ rules: z.record(z.string(), z.array(z.unknown())) })

const brokenRules = async (filePath: string, code: string) => {
  const results = await linter.lintText(`${code}\n`, { filePath })
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ruleId ?? message))
}

const forbidden: readonly (readonly [rule: string, file: string, code: string])[] = [
  ['no-restricted-imports', 'src/main/inbound/a.ts', `import { ipcRenderer } from 'electron'\nvoid ipcRenderer`],
  ['no-restricted-imports', 'src/main/inbound/a.ts', `import { shell } from 'electron'\nvoid shell`],
  ['no-restricted-imports', 'src/preload/a.ts', `import { shell } from 'electron'\nvoid shell`],
  ['no-restricted-properties', 'src/main/assistant/a.ts', `void process.env`],
  ['no-restricted-properties', 'src/renderer/features/chat/a.ts', `void window.onbehalf`],
  ['no-restricted-globals', 'src/renderer/features/chat/a.ts', `void fetch('https://example.com')`],
  ['no-restricted-syntax', 'src/renderer/ui/a.tsx', `void (<p dangerouslySetInnerHTML={{ __html: '' }} />)`],
  ['no-restricted-syntax', 'src/renderer/ui/a.tsx', `void (<p>Save</p>)`],
  ['no-restricted-syntax', 'src/renderer/ui/a.tsx', `void (<p>{'Save'}</p>)`],
  ['no-restricted-syntax', 'src/renderer/ui/a.tsx', `void (<button aria-label="Save" />)`],
  ['no-restricted-syntax', 'src/main/platform/a.ts', `export default 1`],
  ['no-restricted-syntax', 'src/main/platform/a.ts', `export * from './b'`],
  ['no-restricted-syntax', 'src/main/platform/a.ts', `enum Colour { Red }\nvoid Colour`],
  ['no-restricted-syntax', 'scripts/a.mjs', `export default 1`],
  ['@typescript-eslint/consistent-type-assertions', 'src/contract/a.ts', `void ({} as string)`],
  ['@typescript-eslint/no-non-null-assertion', 'src/contract/a.ts', `void [1].at(0)!`],
  ['@typescript-eslint/no-explicit-any', 'src/contract/a.ts', `const a: any = 1\nvoid a`],
  ['@typescript-eslint/ban-ts-comment', 'src/contract/a.ts', `// @ts-expect-error because\nvoid 0`],
  ['no-console', 'src/main/platform/a.ts', `console.log(1)`],
  ['jsdoc/require-jsdoc', 'src/main/platform/a.ts', `export const undocumented = 1`],
  ['max-lines', 'src/main/platform/a.ts', 'void 0\n'.repeat(301)],
  ['react-hooks/rules-of-hooks', 'src/renderer/ui/a.tsx', `const f = (x: boolean) => { if (x) useState() }\nvoid f`],
]

const permitted: readonly (readonly [file: string, code: string])[] = [
  ['src/preload/a.ts', `import { contextBridge, ipcRenderer } from 'electron'\nvoid [contextBridge, ipcRenderer]`],
  ['src/main/platform/external-links.ts', `import { shell } from 'electron'\nvoid shell`],
  ['src/main/platform/configuration-sources.ts', `void process.env`],
  ['src/renderer/bridge.ts', `void window.onbehalf`],
  ['src/contract/a.ts', `/** Three names. */\nexport const names = ['a', 'b', 'c'] as const`],
  ['src/renderer/ui/a.tsx', `void (<button aria-label={t('common.save')}>{t('common.save')} · 1</button>)`],
  ['vitest.config.ts', `export default 1`],
]

describe('lint', () => {
  it.each(forbidden)('%s catches a line in %s: %s', async (rule, file, code) => {
    expect(await brokenRules(file, code)).toContain(rule)
  })

  it.each(permitted)('permits a line in %s: %s', async (file, code) => {
    expect(await brokenRules(file, code)).toEqual([])
  })

  it('sees to promises, unsafe values and exhaustive switches with the types of the whole program', async () => {
    const config = rules.parse(await new ESLint().calculateConfigForFile('src/main/assistant/assistant.ts'))
    for (const name of ['no-floating-promises', 'no-unsafe-assignment', 'switch-exhaustiveness-check']) {
      expect(config.rules[`@typescript-eslint/${name}`]?.[0]).toBe(2)
    }
  })
})
