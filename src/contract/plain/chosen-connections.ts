import type { Connection } from '../connections'

/** What is needed of a connection to choose it by name. */
export type Choosable = Pick<Connection, 'name' | 'provider' | 'providerName'>

/** Where a text chooses a connection. */
export type Chosen = { readonly start: number; readonly end: number; readonly name: string }

const mention = /(?<=^|[\s(])@([\p{L}\p{N}][\p{L}\p{N}._-]*)/gu

const spelled = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}._-]+/gu, '-')

const only = (connections: readonly Choosable[]): string | undefined =>
  connections.length === 1 ? connections[0]?.name : undefined

/** The connection that a word means: by its own name, else by its provider's where there is only one of that provider. */
const meant = (word: string, all: readonly Choosable[]): string | undefined => {
  const said = spelled(word)
  const own = only(all.filter(({ name }) => spelled(name) === said))
  return own ?? only(all.filter(({ provider, providerName }) => [provider, providerName].map(spelled).includes(said)))
}

// "Ask @monday." ends a sentence; "@monday.com" does not.
const withoutEnd = (word: string): string => word.replace(/[._-]+$/, '')

/** What a connection is called after the "@": as short as tells it apart. */
export const handleOf = (connection: Choosable, all: readonly Choosable[]): string => {
  const short = spelled(connection.provider)
  return meant(short, all) === connection.name ? short : spelled(connection.name)
}

/** Where a text chooses connections by "@" at the start of a word. What is not clear chooses nothing. */
export const chosenIn = (text: string, all: readonly Choosable[]): readonly Chosen[] =>
  [...text.matchAll(mention)].flatMap(({ 1: word = '', index }) =>
    [word, withoutEnd(word)]
      .flatMap((said) => {
        const name = meant(said, all)
        return name === undefined ? [] : [{ start: index, end: index + 1 + said.length, name }]
      })
      .slice(0, 1),
  )

/** Whether something in a text looks like choosing. */
export const mayChoose = (text: string): boolean => new RegExp(mention).test(text)

/** The names of the connections that a text chooses, each once. */
export const chosenNames = (text: string, all: readonly Choosable[]): string[] => [
  ...new Set(chosenIn(text, all).map(({ name }) => name)),
]
