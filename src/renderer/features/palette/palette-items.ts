import type { Connection } from '../../../contract/connections'
import { shortcutOf } from '../../../contract/plain/commands'
import { settingsSections } from '../../../contract/plain/settings-sections'
import { t } from '../../../language/words'
import type { Actions } from '../../app/actions'
import { commands } from '../../commands/commands'
import type { RootState } from '../../state/root'

/** Where an entry of the palette belongs. */
export type PaletteGroup = 'commands' | 'threads' | 'prompts' | 'connections' | 'settings'

/** Something that the palette can do. */
export type PaletteItem = {
  readonly key: string
  readonly group: PaletteGroup
  readonly label: string
  /** What it can be found by beside its label. */
  readonly words: readonly string[]
  /** What stands at its end. */
  readonly hint?: string
  readonly shortcut?: string
  readonly run: () => void
}

const commandItems = (state: RootState, actions: Actions): readonly PaletteItem[] =>
  commands
    .filter((command) => command.id !== 'palette' && command.isAvailable(state))
    .map(({ id, run }) => {
      const shortcut = shortcutOf(id, state.app?.preferences.shortcuts ?? {})
      return {
        key: `command ${id}`,
        group: 'commands',
        label: t(`commands.${id}`),
        // The name of a place goes there before any of its parts.
        words: [id, id.replace(/^go-/, '')],
        ...(shortcut === null ? {} : { shortcut }),
        run: () => {
          run(actions, state)
        },
      }
    })

const threadItems = ({ threads }: RootState, actions: Actions): readonly PaletteItem[] =>
  threads.items.map(({ id, title }) => ({
    key: `thread ${id}`,
    group: 'threads',
    label: title === '' ? t('palette.untitled') : title,
    words: [],
    run: () => void actions.openThread(id),
  }))

const promptItems = ({ prompts }: RootState, actions: Actions): readonly PaletteItem[] =>
  (prompts ?? []).map((prompt) => ({
    key: `prompt ${prompt.id}`,
    group: 'prompts',
    label: prompt.name,
    words: [],
    run: () => {
      actions.usePrompt(prompt)
    },
  }))

const connectionItem = (connection: Connection, actions: Actions): PaletteItem => {
  const { name, providerName, status } = connection
  const item = { key: `connection ${name}`, group: 'connections', words: [name, providerName] } as const
  if (status === 'connected') {
    return {
      ...item,
      label: providerName,
      hint: t('palette.connected'),
      run: () => {
        actions.navigate('connections')
      },
    }
  }
  return {
    ...item,
    label: t(status === 'not-connected' ? 'palette.connect' : 'palette.reconnect', { name: providerName }),
    run: () => {
      actions.navigate('connections')
      actions.connect(name)
    },
  }
}

const sectionItems = (actions: Actions): readonly PaletteItem[] =>
  settingsSections.map((section) => ({
    key: `section ${section}`,
    group: 'settings',
    label: t('palette.section', { section: t(`settings.sections.${section}`) }),
    words: [section],
    run: () => {
      actions.navigate('settings', section)
    },
  }))

/** Everything that the palette offers in this state. */
export const paletteItems = (state: RootState, actions: Actions): readonly PaletteItem[] => [
  ...commandItems(state, actions),
  ...threadItems(state, actions),
  ...promptItems(state, actions),
  ...state.connections.connections.map((connection) => connectionItem(connection, actions)),
  ...(state.owner === null ? [] : sectionItems(actions)),
]
