import type { Binary } from '../../contract/plain/binary'
import type { Json } from '../../contract/json'

const binary = (bytes: number): Binary => ({ kind: 'binary', bytes })

const isArray = (value: Json): value is readonly Json[] => Array.isArray(value)

// Long enough not to be the cursor of a list, which has to come back unchanged.
const shortestBase64 = 1024
// One of text is what somebody wrote, however it is written down.
const dataUrl = /^data:(?!text\/)[^,]{0,200};base64,/i
const base64 = /^[A-Za-z0-9+/_-]+={0,2}$/
const mostDifferent = 20

const manyKindsOf = (text: string): boolean => {
  const sample = text.slice(0, 512)
  return /[a-z]/.test(sample) && /[A-Z]/.test(sample) && new Set(sample).size > mostDifferent
}

const bytesOfBase64 = (text: string): number => Math.floor((text.replace(/=+$/, '').length * 3) / 4)

const base64Bytes = (text: string): number | undefined => {
  const [prefix] = dataUrl.exec(text) ?? []
  if (prefix !== undefined) return bytesOfBase64(text.slice(prefix.length))
  if (text.length < shortestBase64) return undefined
  const compact = /\s/.test(text) ? text.replace(/\r?\n/g, '') : text
  return base64.test(compact) && manyKindsOf(compact) ? bytesOfBase64(compact) : undefined
}

// Everything that a text has no use for, and what a decoder writes for bytes that it could not read.
const unreadable = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f-\u0084\u0086-\u009f\ufffd]/g
const mostUnreadable = 0.05

const isUnreadable = (text: string): boolean => {
  if (text.includes('\u0000')) return true
  const found = text.match(unreadable)?.length ?? 0
  return found > 2 && found / text.length > mostUnreadable
}

const readableText = (text: string): Json => {
  const bytes = base64Bytes(text)
  if (bytes !== undefined) return binary(bytes)
  return isUnreadable(text) ? binary(Buffer.byteLength(text)) : text
}

const isByte = (value: Json): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 255

const shortestBytes = 512

// Fewer numbers than that, or none above a hundred, may well be what somebody counted.
const isBytes = (values: readonly Json[]): boolean =>
  values.length >= shortestBytes &&
  values.every(isByte) &&
  values.some((value) => typeof value === 'number' && value > 127)

const isBuffer = (fields: { readonly [key: string]: Json }): number | undefined => {
  const { type, data } = fields
  return type === 'Buffer' && data !== undefined && isArray(data) && data.every(isByte) ? data.length : undefined
}

/** A result with what nobody can read (bytes, base64, control characters) replaced by how much it was. */
export const withoutBinary = (value: Json): Json => {
  if (typeof value === 'string') return readableText(value)
  if (typeof value !== 'object' || value === null) return value
  if (isArray(value)) return isBytes(value) ? binary(value.length) : value.map(withoutBinary)
  const bytes = isBuffer(value)
  if (bytes !== undefined) return binary(bytes)
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, withoutBinary(field)]))
}
