import type { JsonObject } from '../../contract/json'
import { numberOf } from '../arguments'

/** The page that `page` (from 1) and `limit` ask for. */
export const pageOf = <T>(all: readonly T[], args: JsonObject, defaultLimit: number): readonly T[] => {
  const limit = Math.max(1, numberOf(args, 'limit') ?? defaultLimit)
  const page = Math.max(1, numberOf(args, 'page') ?? 1)
  return all.slice((page - 1) * limit, page * limit)
}
