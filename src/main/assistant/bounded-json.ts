import type { Json } from '../../contract/json'

/** A value that fits, and whether something was left out to make it fit. */
export type Bounded = { readonly value: Json; readonly truncated: boolean }

const ellipsis = '…'

const cut = (text: string, room: number): string => `${text.slice(0, Math.max(0, room))}${ellipsis}`

type Budget = { left: number; truncated: boolean }

const copyArray = (values: readonly Json[], budget: Budget): Json => {
  const kept: Json[] = []
  for (const value of values) {
    if (budget.left <= 0) {
      budget.truncated = true
      break
    }
    kept.push(copy(value, budget))
  }
  return kept
}

const copyObject = (fields: { readonly [key: string]: Json }, budget: Budget): Json => {
  const kept: [string, Json][] = []
  for (const [key, value] of Object.entries(fields)) {
    if (budget.left <= 0) {
      budget.truncated = true
      break
    }
    budget.left -= key.length + 4
    kept.push([key, copy(value, budget)])
  }
  return Object.fromEntries(kept)
}

const copyText = (text: string, budget: Budget): string => {
  const room = budget.left
  budget.left -= text.length + 2
  if (text.length <= room) return text
  budget.truncated = true
  return cut(text, room)
}

const isArray = (value: Json): value is readonly Json[] => Array.isArray(value)

const copy = (value: Json, budget: Budget): Json => {
  if (typeof value === 'string') return copyText(value, budget)
  budget.left -= 6
  if (typeof value !== 'object' || value === null) return value
  return isArray(value) ? copyArray(value, budget) : copyObject(value, budget)
}

/** Shortens a value to about `limit` characters of JSON, keeping its shape: first texts and entries stay whole. */
export const boundJson = (value: Json, limit: number): Bounded => {
  if (JSON.stringify(value).length <= limit) return { value, truncated: false }
  const budget: Budget = { left: limit, truncated: false }
  const bounded = copy(value, budget)
  return { value: bounded, truncated: budget.truncated }
}
