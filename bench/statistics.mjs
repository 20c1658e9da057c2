/**
 * The value below which `share` of the samples lie, by nearest rank.
 * @param {number[]} samples
 * @param {number} share
 */
export const quantile = (samples, share) => {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
}

/**
 * What a row of the table says about its samples.
 * @param {number[]} samples
 */
export const summarise = (samples) => ({
  n: samples.length,
  median: quantile(samples, 0.5),
  p95: quantile(samples, 0.95),
  minimum: Math.min(...samples),
  maximum: Math.max(...samples),
})

/**
 * The ratio of each pair, taken back to back, so that a busy moment weighs on both.
 * @param {{ app: number, floor: number }[]} pairs
 */
export const ratios = (pairs) => pairs.map(({ app, floor }) => app / floor)
