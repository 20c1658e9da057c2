import type { Json } from '../json'

/** What stands in a result in place of bytes that nobody can read: how many they were. */
export type Binary = { readonly kind: 'binary'; readonly bytes: number }

/** Tells it from everything else that a tool returns. */
export const isBinary = (value: Json | undefined): value is Binary => {
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('bytes' in value)) return false
  return value['kind'] === 'binary' && typeof value['bytes'] === 'number' && Object.keys(value).length === 2
}
