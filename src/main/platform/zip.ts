import { setImmediate } from 'node:timers/promises'
import { strToU8, Zip, ZipDeflate } from 'fflate'

/** A text in an archive, under its path there. */
export type ZippedText = { readonly path: string; readonly text: string }

/** Packs texts, one after the other, so that windows get their turn in between. */
export const zipTexts = async (files: Iterable<ZippedText>): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  const archive = new Zip((error, chunk) => {
    if (error !== null) throw error
    chunks.push(chunk)
  })
  for (const { path, text } of files) {
    const file = new ZipDeflate(path)
    archive.add(file)
    file.push(strToU8(text), true)
    await setImmediate()
  }
  archive.end()
  return Buffer.concat(chunks)
}
