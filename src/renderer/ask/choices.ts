import type { Connection } from '../../contract/connections'
import { handleOf } from '../../contract/plain/chosen-connections'
import type { SavedPrompt } from '../../contract/prompts'
import type { UsablePrompt } from '../state/prompts'
import type { Starter } from './starters'
import type { Trigger } from './trigger'

/** Something that can be chosen while typing. */
export type Choice =
  | { readonly kind: 'connection'; readonly key: string; readonly handle: string; readonly connection: Connection }
  | {
      readonly kind: 'prompt'
      readonly key: string
      readonly own: boolean
      readonly prompt: UsablePrompt
    }

/** What there is to choose from. */
export type Choosing = {
  readonly connections: readonly Connection[]
  readonly prompts: readonly SavedPrompt[]
  readonly starters: readonly Starter[]
}

const mostShown = 50

// Beginning with what was typed is worth more than containing it.
const fit = (texts: readonly string[], query: string): number => {
  const said = query.trim().toLocaleLowerCase()
  const places = texts.map((text) => text.toLocaleLowerCase().indexOf(said))
  if (places.includes(0)) return 2
  return places.some((place) => place > 0) ? 1 : 0
}

const fitting = <T>(all: readonly T[], query: string, textsOf: (one: T) => readonly string[]): readonly T[] =>
  all
    .map((one) => ({ one, fits: fit(textsOf(one), query) }))
    .filter(({ fits }) => fits > 0)
    .sort((a, b) => b.fits - a.fits)
    .map(({ one }) => one)

const connectionChoices = ({ connections }: Choosing, query: string): readonly Choice[] =>
  fitting(connections, query, ({ name, providerName }) => [name, providerName])
    .map((connection) => ({
      kind: 'connection' as const,
      key: connection.name,
      handle: handleOf(connection, connections),
      connection,
    }))
    .sort((a, b) => Number(b.connection.status === 'connected') - Number(a.connection.status === 'connected'))

const promptChoices = ({ prompts, starters }: Choosing, query: string): readonly Choice[] => [
  ...fitting(prompts, query, ({ name }) => [name]).map((prompt) => ({
    kind: 'prompt' as const,
    key: prompt.id,
    own: true,
    prompt,
  })),
  ...fitting(starters, query, ({ name }) => [name]).map((prompt) => ({
    kind: 'prompt' as const,
    key: prompt.key,
    own: false,
    prompt,
  })),
]

/** What fits what was typed: what is connected first, a person's own before what the app suggests. */
export const choicesFor = ({ kind, query }: Pick<Trigger, 'kind' | 'query'>, from: Choosing): readonly Choice[] =>
  (kind === 'connections' ? connectionChoices : promptChoices)(from, query).slice(0, mostShown)
