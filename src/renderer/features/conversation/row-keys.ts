import type { Message } from '../../../contract/conversation'

/** Which row is which. */
export type RowKeys = {
  readonly keyOf: (index: number) => string
  readonly indexOf: (id: string) => number | undefined
}

const keysOf = (ids: readonly string[]): RowKeys => {
  const places = new Map(ids.map((id, index) => [id, index]))
  return { keyOf: (index) => ids[index] ?? '', indexOf: (id) => places.get(id) }
}

/**
 * Makes a reader of keys for one conversation. As long as its rows are the same ones it gives the same keys, however
 * much their texts grow: what was measured of thousands of rows is not put together anew with every word.
 */
export const createRowKeyReader = (): ((messages: readonly Message[]) => RowKeys) => {
  let ids: readonly string[] = []
  let keys = keysOf(ids)
  return (messages) => {
    if (messages.length === ids.length && messages.every(({ id }, index) => id === ids[index])) return keys
    ids = messages.map(({ id }) => id)
    keys = keysOf(ids)
    return keys
  }
}
