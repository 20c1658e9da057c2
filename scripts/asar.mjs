/**
 * Packs files into an asar archive: a header of four lengths and JSON (Chromium's Pickle), then the bodies.
 * `files` maps flat names to buffers.
 * @param {Record<string, Buffer>} files
 */
export const packAsar = (files) => {
  const index = {}
  let offset = 0
  for (const [name, body] of Object.entries(files)) {
    index[name] = { size: body.length, offset: String(offset) }
    offset += body.length
  }
  const json = Buffer.from(JSON.stringify({ files: index }))
  const padding = (4 - (json.length % 4)) % 4
  const lengths = Buffer.alloc(16)
  lengths.writeUInt32LE(4, 0)
  lengths.writeUInt32LE(8 + json.length + padding, 4)
  lengths.writeUInt32LE(4 + json.length + padding, 8)
  lengths.writeUInt32LE(json.length, 12)
  return Buffer.concat([lengths, json, Buffer.alloc(padding), ...Object.values(files)])
}
