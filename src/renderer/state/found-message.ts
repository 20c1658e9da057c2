/** The message that was opened from the search, and the words by which it was found. */
export type FoundMessage = { readonly messageId: string; readonly words: readonly string[] }
