import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Loads a TypeScript module of the project into this process. */
export const sourceModule = async (file) => {
  const options = { root, configFile: false, logLevel: 'error' }
  const { module } = await runnerImport(path.join(root, file), options)
  return module
}
