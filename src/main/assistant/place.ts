import type { Account, NamedObject } from '../../contract/conversation'
import type { Json, JsonObject } from '../../contract/json'
import type { AccountRead } from './account-read'
import { shownWords } from './account-words'
import type { Mention } from './mentions'
import { argument, objectsIn } from './probe'

/** In which workspace a call would happen, and on what. */
export type Place = Pick<Account, 'workspace' | 'workspaceId' | 'object' | 'objects'>

/** A workspace by its name. */
export type Workspace = { readonly id: string; readonly name: string }

/** Something that was found by its id: its name, what it is a part of, and its workspace where it has one of its own. */
export type Located = {
  readonly name: string
  readonly within?: readonly NamedObject[]
  readonly workspace?: Workspace | undefined
}

/** What finding is done with: the call's arguments, and reads of its account. */
export type Looking = { readonly args: JsonObject; readonly read: AccountRead }

/** Finds one kind of thing by its id; undefined when it isn't there or can't be read. */
export type ObjectFinder = (id: string, looking: Looking) => Promise<Located | undefined>

/** A read that brings something by its id, and how to name what it brought. */
export type Way = {
  readonly tool: string
  readonly args: (id: string) => JsonObject
  readonly name?: (object: JsonObject) => string | undefined
  /** It brings the one thing that was asked for, whatever id that says of itself. */
  readonly alone?: boolean
}

const nameFields = ['name', 'title', 'subject', 'display_name', 'displayName', 'full_name', 'label', 'summary', 'email']
const mostLength = 120

/** What something calls itself, shortened; undefined when it says nothing. */
export const nameIn = (object: JsonObject): string | undefined =>
  nameFields
    .map((field) => shownWords(object[field]))
    .find((words) => words !== undefined)
    ?.slice(0, mostLength)

/** The first words of a longer text, without markup. */
export const firstWords = (text: string): string => {
  const plain = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return plain.length > 60 ? `${plain.slice(0, 59).trimEnd()}…` : plain
}

/** The object with an id in a result, when it has a name. */
export const withId = (
  result: Json | undefined,
  id: string,
  name: NonNullable<Way['name']> = nameIn,
): JsonObject | undefined =>
  objectsIn(result ?? null).find((object) => argument(object, 'id') === id && name(object) !== undefined)

const nameBy = ({ name = nameIn, alone = false }: Way, id: string, result: Json | undefined): string | undefined => {
  const outermost = alone ? objectsIn(result ?? null).find((object) => name(object) !== undefined) : undefined
  const object = withId(result, id, name) ?? outermost
  return object && name(object)
}

/** Looks something up in each of these ways, until one brings it. */
export const byWays =
  (ways: readonly Way[]): ObjectFinder =>
  async (id, { read }) => {
    for (const way of ways) {
      const name = nameBy(way, id, await read(way.tool, way.args(id)))
      if (name !== undefined) return { name }
    }
    return undefined
  }

const distinct = <T extends { readonly id: string }>(all: readonly T[], kind: (one: T) => string): readonly T[] =>
  all.filter((one, index) => all.findIndex((other) => other.id === one.id && kind(other) === kind(one)) === index)

const placeOf = (found: readonly (readonly [Mention, Located])[]): Place => {
  const own = found.map(([{ kind, id }, { name }]) => ({ kind, id, name }))
  const around = found.flatMap(([, { within = [] }]) => within)
  const workspaces = distinct(
    found.flatMap(([, { workspace }]) => workspace ?? []),
    () => '',
  )
  const objects = distinct([...own, ...around], ({ kind }) => kind).filter(({ kind }) => kind !== 'workspace')
  return {
    ...(workspaces.length === 0
      ? {}
      : {
          workspace: workspaces.map(({ name }) => name).join(', '),
          workspaceId: workspaces.map(({ id }) => id).join(','),
        }),
    ...(objects.length === 0 ? {} : { object: objects.map(({ name }) => name).join(', '), objects: [...objects] }),
  }
}

/** Finds out by reading what the mentioned things are called, and in which workspace they are. */
export const findPlace = async (
  mentions: readonly Mention[],
  finderOf: (mention: Mention) => ObjectFinder | undefined,
  looking: Looking,
): Promise<Place> => {
  const found = await Promise.all(
    mentions.map(async (mention) => [mention, await finderOf(mention)?.(mention.id, looking)] as const),
  )
  return placeOf(found.flatMap(([mention, located]) => (located === undefined ? [] : [[mention, located] as const])))
}
