/** How many rows of a long result are read at once, and shown on one page. */
export const rowsAtOnce = 25
