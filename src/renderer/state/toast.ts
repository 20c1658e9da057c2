/** A thread was deleted, and can still be had back. */
export type DeletedToast = {
  readonly kind: 'deleted'
  readonly threadId: string
  readonly title: string
  /** Something in it waited for approval, and was withdrawn. */
  readonly waited: boolean
}

/** What is said for a moment at the edge of the window: what was done just now. */
export type Toast =
  | DeletedToast
  | { readonly kind: 'exported' | 'imported'; readonly file: string }
  | { readonly kind: 'copied' | 'refused' }
