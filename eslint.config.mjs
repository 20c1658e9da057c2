import { defineConfig } from 'eslint/config'
import jsdoc from 'eslint-plugin-jsdoc'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const named = [
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that owns the name.' },
]

const typed = [...named, { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' }]

const wording = 'Words come from src/language, by t().'
const said =
  '/^(alt|label|lead|note|hint|placeholder|title|yes|no|aria-(label|description|placeholder|roledescription))$/'

/** Words that are written into a component, where nobody translates them. */
const untranslated = [
  { selector: 'JSXText[value=/\\p{L}/u]', message: wording },
  { selector: `JSXAttribute[name.name=${said}] > Literal[value=/\\p{L}/u]`, message: wording },
  {
    selector: `JSXAttribute[name.name=${said}] > JSXExpressionContainer Literal[value=/\\p{L}{2}/u]:not(CallExpression > Literal)`,
    message: wording,
  },
  { selector: 'JSXElement > JSXExpressionContainer > Literal[value=/\\p{L}/u]', message: wording },
]

const size = {
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', 3],
  'max-depth': ['error', 3],
  // A flat switch reads as one decision.
  complexity: ['error', { max: 8, variant: 'modified' }],
}

const always = {
  eqeqeq: 'error',
  'prefer-const': 'error',
  'no-console': 'error',
  'no-warning-comments': 'error',
  'preserve-caught-error': 'error',
  'jsdoc/require-jsdoc': [
    'error',
    {
      publicOnly: true,
      contexts: ['TSTypeAliasDeclaration', 'TSInterfaceDeclaration', 'VariableDeclaration'],
      require: { FunctionDeclaration: true, ClassDeclaration: true },
    },
  ],
  'jsdoc/require-description': 'error',
}

const types = {
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
  ],
  '@typescript-eslint/explicit-module-boundary-types': 'error',
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
  '@typescript-eslint/ban-ts-comment': 'error',
  '@typescript-eslint/prefer-readonly': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
  // A number or boolean in a sentence reads the same with and without String().
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  'no-restricted-syntax': ['error', ...typed],
  'jsdoc/no-types': 'error',
}

const environment = { object: 'process', property: 'env', message: 'The environment is read in platform.' }

/** Electron's powers that only one place may hold. */
const electron = (...importNames) => ({
  name: 'electron',
  importNames,
  message: 'Only the module that owns it imports this from electron.',
})

const guarded = (...names) => ({ 'no-restricted-imports': ['error', { paths: [electron(...names)] }] })

export default defineConfig(
  { ignores: ['out/', '.runtime/', 'node_modules/', 'test-results/', 'playwright-report/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { jsdoc },
    languageOptions: {
      parserOptions: {
        // One program for all: what they share is understood once. Each runtime's own types are checked by tsc.
        project: 'tsconfig.lint.json',
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: { ...size, ...always, ...types },
  },
  { files: ['src/**/*.{ts,tsx}'], rules: { 'no-restricted-properties': ['error', environment] } },
  { files: ['src/main/platform/**'], rules: { 'no-restricted-properties': 'off' } },
  // What replaces them is missing from the oldest Electron that the app runs on.
  { files: ['src/main/platform/electron-safe-storage.ts'], rules: { '@typescript-eslint/no-deprecated': 'off' } },
  // One typed door each: the preload for calls from windows, one module of platform for leaving the app.
  { files: ['src/**/*.{ts,tsx}'], rules: guarded('ipcRenderer', 'shell', 'contextBridge') },
  { files: ['src/preload/**/*.ts'], rules: guarded('shell') },
  { files: ['src/main/platform/external-links.ts'], rules: guarded('ipcRenderer', 'contextBridge') },
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-globals': ['error', ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'localStorage']],
    },
  },
  {
    // The bridge has one reader, and text that a model or a tool wrote never becomes markup.
    files: ['src/renderer/**/*.{ts,tsx}'],
    ignores: ['src/renderer/bridge.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        environment,
        { object: 'window', property: 'onbehalf', message: 'Read the bridge from bridge.ts.' },
      ],
      'no-restricted-syntax': [
        'error',
        ...typed,
        { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Text stays text.' },
        ...untranslated,
      ],
    },
  },
  {
    files: ['test/**/*.{ts,tsx}', '*.config.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'jsdoc/require-jsdoc': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
  {
    // Tools read a default export from their configuration.
    files: ['*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    plugins: { jsdoc },
    languageOptions: { ecmaVersion: 2024 },
    rules: {
      ...size,
      ...always,
      'no-undef': 'off',
      'no-unused-vars': 'error',
      'no-restricted-syntax': ['error', ...named],
    },
  },
  { files: ['*.config.mjs'], rules: { 'no-restricted-syntax': 'off' } },
)
