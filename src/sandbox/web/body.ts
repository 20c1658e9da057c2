import type { IncomingMessage } from 'node:http'

/** The longest body a page of the sandbox takes. */
const maximumBytes = 64 * 1024

/** Reads a small text body; rejects one that is too long. */
export const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue
    length += chunk.length
    if (length > maximumBytes) throw new Error('The body is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
