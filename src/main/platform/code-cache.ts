import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import nodeModule, { createRequire } from 'node:module'
import { setImmediate } from 'node:timers/promises'
import { constants, Script } from 'node:vm'

/** Keeps what V8 made of the app's own chunks, so that the next start need not parse and compile them again. */
export type CodeCache = {
  /** Writes what is not there yet, one chunk at a time, and drops what other versions left. Call it when nobody waits. */
  readonly save: () => Promise<void>
}

type Wrapper = (this: unknown, ...values: readonly unknown[]) => unknown

const isWrapper = (value: unknown): value is Wrapper => typeof value === 'function'

const readIfThere = (path: string): Buffer | undefined => {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

const compile = (code: string, filename: string, cachedData: Buffer | undefined): Script =>
  new Script(nodeModule.wrap(code), {
    filename,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData === undefined ? {} : { cachedData }),
  })

type Compile = (this: NodeJS.Module, ...given: readonly [code: string, filename: string, ...unknown[]]) => unknown

const isCompile = (value: unknown): value is Compile => typeof value === 'function'

const runIn = (module: NodeJS.Module, script: Script, filename: string): boolean => {
  const wrapper: unknown = script.runInThisContext()
  if (!isWrapper(wrapper)) return false
  wrapper.call(module.exports, module.exports, createRequire(filename), module, filename, dirname(filename))
  return true
}

type Loaded = { readonly script: Script; readonly isKept: boolean }

const saveAll = async (folder: string, loaded: Map<string, Loaded>): Promise<void> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const [name, { script, isKept }] of loaded) {
    if (isKept) continue
    loaded.set(name, { script, isKept: true })
    writeFileSync(join(folder, name), script.createCachedData(), { mode: 0o600 })
    await setImmediate()
  }
}

const dropOthers = (folder: string, loaded: ReadonlyMap<string, Loaded>): void => {
  for (const name of readdirSync(folder)) if (!loaded.has(name)) rmSync(join(folder, name), { force: true })
}

/**
 * Uses the code cache in `folder` for every chunk in `chunks` that is loaded from now on. Names of chunks carry the
 * hash of their text, and V8 refuses what another version of it wrote, so a cache can be missing but never wrong.
 * Node's own compile cache would do, but the oldest Electron that the app runs on has none.
 */
export const useCodeCache = (folder: string, chunks: string): CodeCache => {
  const prototype: object = nodeModule.prototype
  const original: unknown = Reflect.get(prototype, '_compile')
  const loaded = new Map<string, Loaded>()
  const save = async (): Promise<void> => {
    await saveAll(folder, loaded)
    dropOthers(folder, loaded)
  }
  if (!isCompile(original)) return { save }
  const cached: Compile = function (...given) {
    const [code, filename] = given
    if (dirname(filename) !== chunks) return original.apply(this, given)
    const name = `${basename(filename)}.${process.versions.v8}`
    const cachedData = readIfThere(join(folder, name))
    const script = compile(code, filename, cachedData)
    loaded.set(name, { script, isKept: cachedData !== undefined && script.cachedDataRejected !== true })
    return runIn(this, script, filename) ? undefined : original.apply(this, given)
  }
  Reflect.set(prototype, '_compile', cached)
  return { save }
}
