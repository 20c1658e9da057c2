import { z } from 'zod'
import type { JsonObject } from '../../contract/json'
import { kindOfArgument, mentionsIn, type KindOf, type Mention } from './mentions'
import { byWays, findPlace, type Looking, type Place, type Way } from './place'
import type { CatalogTool } from './tool-catalog'

const schemaSchema = z.object({
  properties: z.record(z.string(), z.unknown()).default({}),
  required: z.array(z.string()).default([]),
})

const fetching: ReadonlySet<string> = new Set(['get', 'retrieve', 'fetch', 'read'])
const doing: ReadonlySet<string> = new Set(
  'update delete archive unarchive edit set remove move close reopen complete patch cancel duplicate copy restore get'.split(
    ' ',
  ),
)

const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')

const ownWords = (tool: string, provider: string): readonly string[] => {
  const key = provider.toLowerCase().replace(/[^a-z0-9]/g, '')
  const words = wordsOf(tool)
  return words[0] === key ? words.slice(1) : words
}

const isKind = (words: readonly string[], kind: string): boolean => {
  const said = words.join('_')
  return said === kind || said === `${kind}s`
}

const wayBy = ({ record }: CatalogTool, { kind, argument }: Mention): Way | undefined => {
  const words = ownWords(record.name, record.provider)
  if (!words.some((word) => fetching.has(word))) return undefined
  if (
    !isKind(
      words.filter((word) => !fetching.has(word)),
      kind,
    )
  )
    return undefined
  const schema = schemaSchema.safeParse(record.inputSchema).data
  const camel = `${kind.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())}Id`
  const name = [argument, `${kind}_id`, camel, 'id'].find((candidate) => candidate in (schema?.properties ?? {}))
  if (schema === undefined || name === undefined || schema.required.some((needed) => needed !== name)) return undefined
  return { tool: record.name, args: (id): JsonObject => ({ [name]: id }), alone: true }
}

const kindIn =
  (tool: string, provider: string): KindOf =>
  (name) => {
    if (name !== 'id') return kindOfArgument(name)
    const words = ownWords(tool, provider).filter((word) => !doing.has(word))
    return words.length === 0 ? undefined : words.join('_')
  }

/**
 * Finds out what a call of any connector is about, where its catalogue has an obvious read for what an argument names:
 * `page_id` and a `page_get` or `get_page` that needs nothing else.
 */
export const findCataloguePlace = (tool: string, reads: readonly CatalogTool[], looking: Looking): Promise<Place> => {
  const provider = reads[0]?.record.provider ?? ''
  return findPlace(
    mentionsIn(looking.args, kindIn(tool, provider)),
    (mention) => {
      const ways = reads.flatMap((read) => wayBy(read, mention) ?? [])
      return ways.length === 0 ? undefined : byWays(ways.slice(0, 2))
    },
    looking,
  )
}
