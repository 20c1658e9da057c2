/** A file that was not attached. */
export type RefusedFile = {
  readonly name: string
  readonly reason: 'type' | 'name' | 'size' | 'count' | 'total' | 'text' | 'failed'
}
