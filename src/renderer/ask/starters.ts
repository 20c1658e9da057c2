import type { Connection } from '../../contract/connections'
import type { AppState } from '../../contract/app-state'
import { t } from '../../language/words'
import type { UsablePrompt } from '../state/prompts'
import { withoutPresets } from './prompt-variables'

type Kind = 'board' | 'createItem' | 'setStatus' | 'search' | 'latest' | 'summary' | 'reply' | 'conversationToItem'

/** Each with the providers that it needs, the ones that teach most first. */
const kinds: readonly { readonly kind: Kind; readonly needs: readonly string[] }[] = [
  { kind: 'board', needs: ['MONDAY'] },
  { kind: 'summary', needs: ['INTERCOM'] },
  { kind: 'createItem', needs: ['MONDAY'] },
  { kind: 'reply', needs: ['INTERCOM'] },
  { kind: 'conversationToItem', needs: ['MONDAY', 'INTERCOM'] },
  { kind: 'latest', needs: ['INTERCOM'] },
  { kind: 'setStatus', needs: ['MONDAY'] },
  { kind: 'search', needs: ['MONDAY'] },
]

const reviewed = new Set(kinds.flatMap(({ needs }) => needs))

// Braces are i18next's own in the words.
const asPrompt = (words: string): string => words.replace(/\[([^\]]+)\]/g, '{{$1}}')

/** A prompt that the app suggests, under a key of its own. */
export type Starter = UsablePrompt & { readonly key: string }

/** Whether the sandbox's own model answers: it speaks English only, and its sample data is what starters suggest. */
const isScripted = (mode: AppState['mode'] | undefined): boolean =>
  mode?.kind === 'sandbox' && mode.model === 'scripted'

const starterOf = (kind: Kind, scripted: boolean): Starter => ({
  key: kind,
  name: t(`starters.${kind}.name`),
  text: scripted
    ? asPrompt(t(`starters.${kind}.text`, { lng: 'en' }))
    : withoutPresets(asPrompt(t(`starters.${kind}.text`))),
})

/** Prompts that work with what is connected; without anything, the question what can be asked. */
export const startersFor = (
  connections: readonly Connection[],
  mode: AppState['mode'] | undefined,
): readonly Starter[] => {
  const connected = connections.filter(({ status }) => status === 'connected')
  // With nothing connected yet, asking leads to Connect: whatever can be connected is suggested.
  const usable = connected.length > 0 ? connected : connections
  const providers = new Set(usable.map(({ provider }) => provider.toUpperCase()))
  const scripted = isScripted(mode)
  const fitting = kinds.filter(({ needs }) => needs.every((provider) => providers.has(provider)))
  const others = connected.filter(({ provider }) => !reviewed.has(provider.toUpperCase()))
  return [
    ...fitting.map(({ kind }) => starterOf(kind, scripted)),
    ...others.map(({ name, providerName: provider }) => ({
      key: `other ${name}`,
      name: t('starters.other.name', { provider }),
      text: t('starters.other.text', { provider }),
      connection: name,
    })),
    {
      key: 'help',
      name: t('starters.help.name'),
      text: scripted ? t('starters.help.text', { lng: 'en' }) : t('starters.help.text'),
    },
  ]
}
