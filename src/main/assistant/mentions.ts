import type { Json, JsonObject } from '../../contract/json'
import { argument } from './probe'

/** Something that the arguments of a call name by its id. */
export type Mention = { readonly kind: string; readonly id: string; readonly argument: string }

const mostOfOne = 5
const mostMentions = 8

const idArgument = /^(.+?)(?:_ids?|Ids?)$/

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)

const idsIn = (value: Json | undefined): readonly string[] =>
  (isList(value) ? value.slice(0, mostOfOne) : [value ?? null]).flatMap((id) => argument({ id }, 'id') ?? [])

const spelled = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()

/** What an argument names by its name alone: "board_id" and "boardIds" name boards; undefined when it names nothing. */
export const kindOfArgument = (name: string): string | undefined => {
  const kind = idArgument.exec(name)?.[1]
  return kind === undefined ? undefined : spelled(kind)
}

/** What an argument names; undefined leaves it out. */
export type KindOf = (argument: string) => string | undefined

/** What the arguments of a call name by id, in their order. */
export const mentionsIn = (args: JsonObject, kindOf: KindOf): readonly Mention[] =>
  Object.entries(args)
    .flatMap(([name, value]) => {
      const kind = kindOf(name)
      return kind === undefined ? [] : idsIn(value).map((id) => ({ kind, id, argument: name }))
    })
    .filter(
      (mention, index, all) => all.findIndex(({ kind, id }) => kind === mention.kind && id === mention.id) === index,
    )
    .slice(0, mostMentions)
