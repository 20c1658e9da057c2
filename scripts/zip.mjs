import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inflateRawSync } from 'node:zlib'

// Offsets and signatures: APPNOTE.TXT 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (its end).
const endSignature = Buffer.from('504b0506', 'hex')
const longestEnd = 22 + 0xffff
const stored = 0
const deflated = 8

/**
 * Unpacks a zip archive (without zip64), entry by entry. `place` answers where an entry goes,
 * or undefined for one that is not wanted, which is then never read.
 * @param {string} file
 * @param {(name: string) => string | undefined} place
 */
export const unzip = (file, place) => {
  const handle = openSync(file, 'r')
  try {
    for (const entry of readDirectory(handle)) {
      const destination = entry.name.endsWith('/') ? undefined : place(entry.name)
      if (destination !== undefined) writeEntry(handle, entry, destination)
    }
  } finally {
    closeSync(handle)
  }
}

const readAt = (handle, position, length) => {
  const bytes = Buffer.alloc(length)
  readSync(handle, bytes, 0, length, position)
  return bytes
}

const readDirectory = (handle) => {
  const { size } = fstatSync(handle)
  const tail = readAt(handle, Math.max(0, size - longestEnd), Math.min(size, longestEnd))
  const end = tail.lastIndexOf(endSignature)
  if (end < 0) throw new Error('not a zip archive')
  const directory = readAt(handle, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  const entries = []
  let position = 0
  for (let left = tail.readUInt16LE(end + 10); left > 0; left -= 1) {
    const { entry, length } = parseEntry(directory, position)
    entries.push(entry)
    position += length
  }
  return entries
}

const parseEntry = (directory, at) => {
  const nameLength = directory.readUInt16LE(at + 28)
  const entry = {
    method: directory.readUInt16LE(at + 10),
    packedSize: directory.readUInt32LE(at + 20),
    size: directory.readUInt32LE(at + 24),
    mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
    offset: directory.readUInt32LE(at + 42),
    name: directory.toString('utf8', at + 46, at + 46 + nameLength),
  }
  return { entry, length: 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32) }
}

const writeEntry = (handle, entry, destination) => {
  const header = readAt(handle, entry.offset, 30)
  const packed = readAt(handle, entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28), entry.packedSize)
  const bytes = unpack(entry, packed)
  if (bytes.length !== entry.size) throw new Error(`damaged zip entry ${entry.name}`)
  mkdirSync(path.dirname(destination), { recursive: true })
  writeFileSync(destination, bytes, { mode: entry.mode || 0o644 })
}

const unpack = (entry, packed) => {
  if (entry.method === stored) return packed
  if (entry.method !== deflated) throw new Error(`zip entry ${entry.name} is packed by method ${String(entry.method)}`)
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
}
