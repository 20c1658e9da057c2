import { describe, expect, it } from 'vitest'
import { resultsTable } from '../../bench/results-table.mjs'
import { quantile, ratios, summarise } from '../../bench/statistics.mjs'

describe('statistics', () => {
  it('takes quantiles by nearest rank, in any order of samples', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect(quantile(hundred, 0.5)).toBe(50)
    expect(quantile(hundred, 0.95)).toBe(95)
    expect(quantile([7], 0.95)).toBe(7)
  })

  it('takes the ratio of each pair, not of the medians', () => {
    expect(
      ratios([
        { app: 110, floor: 100 },
        { app: 450, floor: 300 },
      ]),
    ).toEqual([1.1, 1.5])
  })

  it('says how many there were, and the least and the most', () => {
    expect(summarise([3, 1, 2])).toEqual({ n: 3, median: 2, p95: 3, minimum: 1, maximum: 3 })
  })
})

describe('the table of results', () => {
  const row = (limit: number) => ({
    name: 'cold start',
    unit: 'ms',
    samples: [400, 420, 390],
    goal: { statistic: 'median' as const, limit, unit: 'x', samples: [1.08, 1.12, 1.05] },
  })

  it('shows each row as measured, with its goal', () => {
    expect(resultsTable([row(1.1)]).split('\n')).toEqual([
      '| what | unit | n | median | minimum | maximum | goal |  |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      '| cold start | ms | 3 | 400 | 390 | 420 | median <= 1.10 x | met (1.08) |',
    ])
  })

  it('says so when a goal is not met', () => {
    expect(resultsTable([row(1.05)])).toContain('**not met** (1.08)')
  })

  it('knows goals that want more, not less', () => {
    const samples = [0.96, 0.97]
    const wants = (limit: number) =>
      resultsTable([
        {
          name: 'recall',
          unit: '',
          samples,
          goal: { statistic: 'minimum' as const, limit, unit: '', samples, atLeast: true },
        },
      ])
    expect(wants(0.95)).toContain('| minimum >= 0.95 | met (0.96) |')
    expect(wants(0.97)).toContain('**not met** (0.96)')
  })

  it('leaves the goal empty where there is none', () => {
    expect(resultsTable([{ name: 'bare window', unit: 'ms', samples: [380] }])).toMatch(/\| +\| +\|$/)
  })
})
