/** How much of a conversation in a file is taken in: bytes, messages, pieces of one message, and characters of one text. */
export const threadFileBounds = { bytes: 10_000_000, messages: 10_000, parts: 1000, text: 500_000 } as const
