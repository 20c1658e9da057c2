import { Autocomplete } from '@base-ui/react/autocomplete'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { Dialog } from '@base-ui/react/dialog'
import { BookMarked, CornerDownLeft, MessageSquare, Plug, Search, Settings, type LucideIcon } from 'lucide-react'
import { useLayoutEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react'
import { t } from '../../../language/words'
import { useActions, useGetState } from '../../app/use-app'
import { isMac } from '../../keyboard/is-mac'
import { shortcutKeys } from '../../keyboard/shortcut-keys'
import { Keys } from '../../ui/keys'
import { paletteItems, type PaletteGroup, type PaletteItem } from './palette-items'
import { ranked, type RankedGroup } from './ranked'

const icons: Readonly<Record<PaletteGroup, LucideIcon>> = {
  commands: CornerDownLeft,
  threads: MessageSquare,
  prompts: BookMarked,
  connections: Plug,
  settings: Settings,
}

const Entry = ({ item, onRun }: { readonly item: PaletteItem; readonly onRun: () => void }): ReactNode => {
  const Icon = icons[item.group]
  return (
    <Autocomplete.Item
      value={item}
      onClick={onRun}
      className="flex min-h-9 scroll-my-1.5 items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm data-highlighted:bg-active"
    >
      <Icon aria-hidden="true" className="size-4 shrink-0 text-faint" />
      <span dir="auto" className="min-w-0 flex-1 truncate text-start">
        {item.label}
      </span>
      {item.hint !== undefined && <span className="shrink-0 text-xs text-faint">{item.hint}</span>}
      {item.shortcut !== undefined && <Keys keys={shortcutKeys(item.shortcut, isMac)} />}
    </Autocomplete.Item>
  )
}

const Group = ({
  group: { group, items },
  onRun,
}: {
  readonly group: RankedGroup
  readonly onRun: (item: PaletteItem) => void
}): ReactNode => (
  <Autocomplete.Group items={items} className="not-last:mb-1.5">
    <Autocomplete.GroupLabel className="px-2.5 pt-1.5 pb-1 text-xs text-faint">
      {t(`palette.${group}`)}
    </Autocomplete.GroupLabel>
    <Autocomplete.Collection>
      {(item: PaletteItem) => (
        <Entry
          key={item.key}
          item={item}
          onRun={() => {
            onRun(item)
          }}
        />
      )}
    </Autocomplete.Collection>
  </Autocomplete.Group>
)

const Hint = ({ keys, children }: { readonly keys: readonly string[]; readonly children: ReactNode }): ReactNode => (
  <span className="flex items-center gap-1.5">
    <Keys keys={keys} />
    {children}
  </span>
)

const Hints = (): ReactNode => (
  <div aria-hidden="true" className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line px-4 py-2 text-xs text-faint">
    <Hint keys={['↑', '↓']}>{t('palette.move')}</Hint>
    <Hint keys={['↩']}>{t('palette.choose')}</Hint>
    <Hint keys={['Esc']}>{t('palette.close')}</Hint>
  </div>
)

type PaletteBodyProps = {
  readonly input: RefObject<HTMLInputElement | null>
  readonly onRun: (item: PaletteItem) => void
}

const PaletteBody = ({ input, onRun }: PaletteBodyProps): ReactNode => {
  const actions = useActions()
  const getState = useGetState()
  const [query, setQuery] = useState('')
  // What was there when it was opened: entries don't move under the person's hand.
  const [items] = useState(() => paletteItems(getState(), actions))
  const found = useMemo(() => ranked(items, query), [items, query])
  // At once, before the dialog would do it: the next key is meant for the field.
  useLayoutEffect(() => {
    input.current?.focus()
  }, [input])
  const count = found.reduce((total, group) => total + group.items.length, 0)
  return (
    <Autocomplete.Root
      open
      inline
      items={found}
      filter={null}
      value={query}
      onValueChange={setQuery}
      itemToStringValue={({ label }) => label}
      autoHighlight="always"
      keepHighlight
    >
      <div className="flex items-center gap-2.5 border-b border-line px-4">
        <Search aria-hidden="true" className="size-4 shrink-0 text-faint" />
        <Autocomplete.Input
          ref={input}
          aria-label={t('commands.palette')}
          placeholder={t('palette.placeholder')}
          className="h-12 min-w-0 flex-1 bg-transparent text-base outline-none"
        />
      </div>
      <Dialog.Close className="sr-only">{t('common.close')}</Dialog.Close>
      <p role="status" className="sr-only">
        {query === '' ? '' : t('palette.found', { count })}
      </p>
      <Autocomplete.Empty className="px-4 text-sm text-muted not-empty:py-6">{t('palette.nothing')}</Autocomplete.Empty>
      <Autocomplete.List className="min-h-0 overflow-y-auto overscroll-contain p-1.5 empty:p-0">
        {(group: RankedGroup) => <Group key={group.group} group={group} onRun={onRun} />}
      </Autocomplete.List>
      <Hints />
    </Autocomplete.Root>
  )
}

/** Every command, conversation and connection, a few keys away. */
export const Palette = (): ReactNode => {
  const actions = useActions()
  const input = useRef<HTMLInputElement>(null)
  const [before] = useState(() => document.activeElement)
  return (
    <CSPProvider disableStyleElements>
      <Dialog.Root
        open
        onOpenChange={(open) => {
          if (!open) actions.showPalette(false)
        }}
      >
        <Dialog.Portal>
          <Dialog.Backdrop className="fixed inset-0 z-40 bg-[oklch(0.15_0.01_170/0.38)] fade" />
          <Dialog.Viewport className="fixed inset-0 z-50 flex items-start justify-center px-4 pt-[min(6rem,12dvh)] pb-4">
            <Dialog.Popup
              initialFocus={input}
              finalFocus={() => (before instanceof HTMLElement ? before : true)}
              aria-label={t('palette.label')}
              className="fade flex max-h-[min(30rem,100%)] w-full max-w-xl flex-col overflow-hidden rounded-xl border border-line bg-surface shadow-high"
            >
              <PaletteBody
                input={input}
                onRun={(item) => {
                  actions.showPalette(false)
                  item.run()
                }}
              />
            </Dialog.Popup>
          </Dialog.Viewport>
        </Dialog.Portal>
      </Dialog.Root>
    </CSPProvider>
  )
}
