/** How many rows of a long result are shown on one page. */
export const rowsAtOnce = 25

/** How many rows of a long result can be asked for at once: all of them are a few questions away. */
export const mostRowsAtOnce = 2500
