import { summarise } from './statistics.mjs'

const formatNumber = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))

const formatRow = ({ name, unit, samples }) => {
  const { n, median, minimum, maximum } = summarise(samples)
  return [name, unit, String(n), ...[median, minimum, maximum].map(formatNumber)]
}

const formatGoal = ({ goal }) => {
  if (goal === undefined) return ['', '']
  const value = summarise(goal.samples)[goal.statistic]
  const met = value <= goal.limit
  return [
    `${goal.statistic} <= ${formatNumber(goal.limit)} ${goal.unit}`,
    `${met ? 'met' : '**not met**'} (${formatNumber(value)})`,
  ]
}

const head = ['what', 'unit', 'n', 'median', 'minimum', 'maximum', 'goal', '']

/**
 * A Markdown table of measured rows. A row may carry a goal on its own samples or on others.
 * @param {{ name: string, unit: string, samples: number[], goal?: { statistic: 'median' | 'p95',  limit: number, unit: string, samples: number[] } }[]} rows
 */
export const resultsTable = (rows) =>
  [head, head.map(() => '---'), ...rows.map((row) => [...formatRow(row), ...formatGoal(row)])]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
