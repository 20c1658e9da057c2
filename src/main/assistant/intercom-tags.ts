import type { Json, JsonObject } from '../../contract/json'
import { argument, objectsIn } from './probe'
import { difference, restoring, type ReviewedWrite } from './reviewed-write'

const readers = { contact: 'intercom_list_contact_tags', conversation: 'intercom_retrieve_conversation' } as const

/** A tag by its id in a result that has tags. */
export const namedTag = (result: Json | undefined, id: string | undefined): JsonObject | undefined =>
  tagsIn(result).find((tag) => argument(tag, 'id') === id)

const tagsIn = (result: Json | undefined): readonly JsonObject[] =>
  objectsIn(result ?? null).filter((object) => object['type'] === 'tag')

const names = (tags: readonly JsonObject[]): string => tags.map((tag) => argument(tag, 'name') ?? '').join(', ')

/** Reviews attaching a tag or taking it off: what had it before keeps it, and the other way round. */
export const tagWrite = (subject: keyof typeof readers, attach: boolean): ReviewedWrite => {
  const about = `${subject}_id`
  const tag = attach ? 'id' : 'tag_id'
  const inverse = attach ? `intercom_detach_tag_from_${subject}` : `intercom_attach_tag_to_${subject}`
  return {
    about: [about, tag],
    find: async (args, read) => {
      const subjectRead = await read(readers[subject], { [about]: args[about] ?? '' })
      if (subjectRead === undefined) return undefined
      const own = tagsIn(subjectRead)
      const wanted =
        namedTag(subjectRead, argument(args, tag)) ??
        namedTag(await read('intercom_list_tags', {}), argument(args, tag))
      return { tags: own, wanted: wanted ?? { id: args[tag] ?? '', name: args[tag] ?? '' } }
    },
    changes: (args, seen) => {
      const own = objectsIn(seen['tags'] ?? null)
      const others = own.filter((one) => argument(one, 'id') !== argument(args, tag))
      const has = others.length < own.length
      const after = attach && !has ? [...own, ...objectsIn(seen['wanted'] ?? null)] : attach ? own : others
      return [difference('tags', [has, attach], { before: names(own), after: names(after) })]
    },
    undo: restoring((args, seen) => {
      const has = objectsIn(seen['tags'] ?? null).some((one) => argument(one, 'id') === argument(args, tag))
      if (has === attach) return undefined
      const { admin_id } = args
      const who = admin_id === undefined ? {} : { admin_id }
      const id = args[tag] ?? ''
      return { tool: inverse, args: { [about]: args[about] ?? '', ...who, [attach ? 'tag_id' : 'id']: id } }
    }),
  }
}
