import { z } from 'zod'
import type { JsonObject } from '../../contract/json'
import { ToolRefusal } from '../sample-provider'

const valueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()])
const conditionSchema = z.object({
  field: z.string(),
  operator: z.enum(['=', '!=', '>', '<', '~', '!~', '^', '$', 'IN', 'NIN']),
  value: z.union([valueSchema, z.array(valueSchema)]),
})

type Scalar = z.infer<typeof valueSchema>

type Query = z.infer<typeof conditionSchema> | { readonly operator: 'AND' | 'OR'; readonly value: readonly Query[] }

const querySchema: z.ZodType<Query> = z.lazy(() =>
  z.union([conditionSchema, z.object({ operator: z.enum(['AND', 'OR']), value: z.array(querySchema).max(15) })]),
)

/** The fields of a row that can be searched by. Several values mean that any of them may match. */
export type Searchable = Readonly<Record<string, Scalar | readonly Scalar[]>>

/** Parses a search filter; refuses one that Intercom wouldn't understand. */
export const parseQuery = (query: JsonObject): ((row: Searchable) => boolean) => {
  const parsed = querySchema.safeParse(query)
  if (!parsed.success) throw new ToolRefusal('invalid', 'Intercom: the query is not a valid search filter')
  return (row) => matches(parsed.data, row)
}

const matches = (query: Query, row: Searchable): boolean => {
  if ('field' in query) return matchesCondition(query, row)
  return query.operator === 'AND'
    ? query.value.every((part) => matches(part, row))
    : query.value.some((part) => matches(part, row))
}

const matchesCondition = (condition: z.infer<typeof conditionSchema>, row: Searchable): boolean => {
  const found = row[condition.field]
  if (found === undefined) throw new ToolRefusal('invalid', `Intercom: ${condition.field} can't be searched by`)
  const values = (isList(found) ? found : [found]).map(String)
  const wanted = (Array.isArray(condition.value) ? condition.value : [condition.value]).map(String)
  return compare[condition.operator](values, wanted)
}

const isList = (value: Scalar | readonly Scalar[]): value is readonly Scalar[] => Array.isArray(value)

const lower = (text: string | undefined): string => (text ?? '').toLowerCase()

type Compare = (values: readonly string[], wanted: readonly string[]) => boolean

const equal: Compare = (values, wanted) => values.some((value) => wanted.map(lower).includes(lower(value)))
const contains: Compare = (values, wanted) => values.some((value) => lower(value).includes(lower(wanted[0])))

const compare: Readonly<Record<z.infer<typeof conditionSchema>['operator'], Compare>> = {
  '=': equal,
  IN: equal,
  '!=': (values, wanted) => !equal(values, wanted),
  NIN: (values, wanted) => !equal(values, wanted),
  '>': (values, wanted) => values.some((value) => Number(value) > Number(wanted[0])),
  '<': (values, wanted) => values.some((value) => Number(value) < Number(wanted[0])),
  '~': contains,
  '!~': (values, wanted) => !contains(values, wanted),
  '^': (values, wanted) => values.some((value) => lower(value).startsWith(lower(wanted[0]))),
  $: (values, wanted) => values.some((value) => lower(value).endsWith(lower(wanted[0]))),
}
