/** The entry points of the tools among the packages, run with a Node of our choice instead of through their shebang. */
export const tools = {
  dependencyCruiser: 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
  electronVite: 'node_modules/electron-vite/bin/electron-vite.js',
  eslint: 'node_modules/eslint/bin/eslint.js',
  knip: 'node_modules/knip/bin/knip.js',
  playwright: 'node_modules/@playwright/test/cli.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
}
