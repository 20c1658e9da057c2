import { summarise } from './statistics.mjs'

const formatNumber = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))

const formatRow = ({ name, unit, samples }) => {
  const { n, median, minimum, maximum } = summarise(samples)
  return [name, unit, String(n), ...[median, minimum, maximum].map(formatNumber)]
}

const formatGoal = ({ goal }) => {
  if (goal === undefined) return ['', '']
  const value = summarise(goal.samples)[goal.statistic]
  const met = goal.atLeast === true ? value >= goal.limit : value <= goal.limit
  return [
    `${goal.statistic} ${goal.atLeast === true ? '>=' : '<='} ${formatNumber(goal.limit)} ${goal.unit}`.trimEnd(),
    `${met ? 'met' : '**not met**'} (${formatNumber(value)})`,
  ]
}

const head = ['what', 'unit', 'n', 'median', 'minimum', 'maximum', 'goal', '']

/**
 * A Markdown table of measured rows. A row may carry a goal on its own samples or on others: a most, or a least.
 * @param {{ name: string, unit: string, samples: number[], goal?: { statistic: 'median' | 'p95' | 'minimum' | 'maximum', limit: number, unit: string, samples: number[], atLeast?: boolean } }[]} rows
 */
export const resultsTable = (rows) =>
  [head, head.map(() => '---'), ...rows.map((row) => [...formatRow(row), ...formatGoal(row)])]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
