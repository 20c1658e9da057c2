/** Layers of the main process, innermost first. A layer imports only those before it. */
const layers = ['platform', 'identity', 'scalekit', 'connections', 'assistant', 'doctor', 'notifications', 'inbound']

const outerLayers = layers.slice(0, -1).map((layer, index) => ({
  name: `${layer}-never-imports-an-outer-layer`,
  severity: 'error',
  from: { path: `^src/main/${layer}/` },
  to: { path: `^src/main/(${layers.slice(index + 1).join('|')})/` },
}))

const only = (name, owners, packages) => ({
  name: `only-${name}`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/(${owners.join('|')})` },
  to: { path: `(^|node_modules/)(${packages.join('|')})(/|$)` },
})

const never = (name, from, to) => ({ name, severity: 'error', from, to })

/** Wires the layers together. */
const root = '^src/main/(index\\.ts$|composition/)'

const runtimeCode = { dependencyTypesNot: ['type-only'] }

module.exports = {
  forbidden: [
    ...outerLayers,
    never('no-circular', { path: '^src/' }, { circular: true }),
    never('nobody-imports-the-composition-root', { path: '^src/', pathNot: root }, { path: root }),
    never('main-never-imports-a-window', { path: '^src/(main|sandbox)/' }, { path: '^src/(renderer|preload)/' }),
    never('contract-is-a-leaf', { path: '^src/contract/' }, { path: '^src/', pathNot: '^src/contract/' }),
    never('contract-needs-only-zod', { path: '^src/contract/' }, { pathNot: '^src/contract/|node_modules/zod/' }),
    never(
      'language-needs-only-its-library',
      { path: '^src/language/' },
      { path: '^src/|node_modules', pathNot: '^src/(language|contract/plain)/|node_modules/i18next/' },
    ),
    // Whoever can make an identifier can act as that person.
    never(
      'only-identity-makes-identifiers',
      { path: '^src/', pathNot: '^src/main/identity/' },
      { path: '^src/main/identity/parse-identifier' },
    ),
    // A configured app does not even load it.
    never(
      'sandbox-is-loaded-on-demand',
      { path: '^src/', pathNot: '^src/sandbox/' },
      { path: '^src/sandbox/', dependencyTypesNot: ['dynamic-import', 'type-only'] },
    ),
    never(
      'only-the-composition-root-loads-the-sandbox',
      { path: '^src/', pathNot: ['^src/sandbox/', root] },
      { path: '^src/sandbox/' },
    ),
    // It is reached over its wire only, as the cloud is.
    never(
      'sandbox-is-a-world-of-its-own',
      { path: '^src/sandbox/' },
      { path: '^src/', pathNot: '^src/(sandbox|contract)/' },
    ),
    never(
      'renderer-never-imports-main-or-preload',
      { path: '^src/renderer/' },
      { path: '^src/(main|preload|sandbox)/' },
    ),
    never(
      'renderer-takes-types-only-from-contract',
      { path: '^src/renderer/' },
      { path: '^src/contract/', pathNot: '^src/contract/plain/', ...runtimeCode },
    ),
    never(
      'plain-contract-has-no-schemas',
      { path: '^src/contract/plain/' },
      { path: '^src/|node_modules', pathNot: '^src/contract/plain/', ...runtimeCode },
    ),
    never('renderer-has-no-node', { path: '^src/renderer/' }, { dependencyTypes: ['core'] }),
    never(
      'preload-runs-channels-only',
      { path: '^src/preload/' },
      {
        path: '^src/|node_modules',
        pathNot: '^src/(preload/|contract/channels)|node_modules/electron',
        ...runtimeCode,
      },
    ),
    never(
      'features-stand-alone',
      { path: '^src/renderer/features/([^/]+)/' },
      { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' },
    ),
    never('ui-takes-props-only', { path: '^src/renderer/ui/' }, { path: '^src/', pathNot: '^src/renderer/ui/' }),
    never('state-is-pure', { path: '^src/renderer/state/' }, { path: '^src/renderer/(bridge|features|ui)' }),
    never('source-never-imports-tests', { path: '^src/' }, { path: '^(test|scripts|bench)/' }),
    only(
      'the-shell-imports-electron',
      ['main/platform/', 'main/inbound/', 'main/index\\.ts$', 'main/composition/', 'preload/'],
      ['electron'],
    ),
    only('assistant-imports-the-agent', ['main/assistant/'], ['@mastra', '@ai-sdk/openai', 'ai']),
    only('scalekit-imports-its-sdk', ['main/scalekit/', 'sandbox/'], ['@scalekit-sdk']),
    only('identity-imports-the-oidc-client', ['main/identity/'], ['openid-client']),
    only('the-store-imports-libsql', ['main/platform/database', 'main/assistant/'], ['libsql', '@libsql']),
    only('sandbox-imports-the-oidc-provider', ['sandbox/'], ['oidc-provider']),
    only('language-imports-i18next', ['language/'], ['i18next']),
    only('settings-imports-electron-store', ['main/platform/'], ['electron-store']),
    never(
      'every-file-is-used',
      { orphan: true, path: '^src/', pathNot: ['\\.d\\.ts$', '^src/renderer/.*\\.html$'] },
      {},
    ),
    never(
      'every-package-is-declared',
      { path: '^src/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    ),
    never('every-import-resolves', { path: '^src/' }, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
