/** What is said for a moment at the edge of the window: a thread was deleted, and can still be had back. */
export type Toast = {
  readonly kind: 'deleted'
  readonly threadId: string
  readonly title: string
  /** Something in it waited for approval, and was withdrawn. */
  readonly waited: boolean
}
