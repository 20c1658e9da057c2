import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import nodeModule, { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useCodeCache } from '../../../src/main/platform/code-cache'

describe('the code cache', () => {
  const original: unknown = Reflect.get(nodeModule.prototype, '_compile')
  let root = ''
  const cacheFolder = () => join(root, 'cache')
  const chunks = () => join(root, 'chunks')
  // A name of its own for each load: Node keeps what it has loaded.
  const load = (
    name: string,
    text = `module.exports = { dir: __dirname, file: __filename, path: require('path').sep }`,
  ) => {
    writeFileSync(join(chunks(), name), text)
    const loaded: unknown = createRequire(join(root, 'x.cjs'))(join(chunks(), name))
    return loaded
  }

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'onbehalf-code-cache-'))
    mkdirSync(chunks())
  })
  afterEach(() => {
    Reflect.set(nodeModule.prototype, '_compile', original)
    rmSync(root, { recursive: true })
  })

  it('runs a chunk as Node would', () => {
    useCodeCache(cacheFolder(), chunks())
    expect(load('a.cjs')).toEqual({ dir: chunks(), file: join(chunks(), 'a.cjs'), path: '/' })
  })

  it('keeps what was loaded where only this user can read it, and uses it the next time', async () => {
    const first = useCodeCache(cacheFolder(), chunks())
    load('a.cjs')
    await first.save()
    const [file = ''] = readdirSync(cacheFolder())
    expect(file).toBe(`a.cjs.${process.versions.v8}`)
    expect(statSync(cacheFolder()).mode & 0o777).toBe(0o700)
    expect(statSync(join(cacheFolder(), file)).mode & 0o777).toBe(0o600)
    const { mtimeMs } = statSync(join(cacheFolder(), file))

    const second = useCodeCache(cacheFolder(), chunks())
    Reflect.deleteProperty(createRequire(join(root, 'x.cjs')).cache, join(chunks(), 'a.cjs'))
    expect(load('a.cjs')).toMatchObject({ dir: chunks() })
    await second.save()
    expect(statSync(join(cacheFolder(), file)).mtimeMs).toBe(mtimeMs)
  })

  it('runs the chunk all the same when its cache is damaged, and replaces that', async () => {
    mkdirSync(cacheFolder())
    const path = join(cacheFolder(), `b.cjs.${process.versions.v8}`)
    writeFileSync(path, 'not a cache')
    const cache = useCodeCache(cacheFolder(), chunks())
    expect(load('b.cjs')).toMatchObject({ dir: chunks() })
    await cache.save()
    expect(readFileSync(path).toString('latin1')).not.toBe('not a cache')
  })

  it('drops what another version left behind', async () => {
    mkdirSync(cacheFolder())
    writeFileSync(join(cacheFolder(), 'old.cjs.1.2.3'), '')
    const cache = useCodeCache(cacheFolder(), chunks())
    load('c.cjs')
    await cache.save()
    expect(readdirSync(cacheFolder())).toEqual([`c.cjs.${process.versions.v8}`])
  })

  it('leaves files elsewhere to Node', async () => {
    const cache = useCodeCache(cacheFolder(), join(root, 'elsewhere'))
    expect(load('d.cjs', 'module.exports = 7')).toBe(7)
    await cache.save()
    expect(readdirSync(cacheFolder())).toEqual([])
  })
})
