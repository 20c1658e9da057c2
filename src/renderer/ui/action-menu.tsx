import { CSPProvider } from '@base-ui/react/csp-provider'
import { Menu } from '@base-ui/react/menu'
import type { LucideIcon } from 'lucide-react'
import { Fragment, useRef, type ReactNode } from 'react'
import { classNames } from './class-names'

/** Something that can be chosen in a menu. */
export type MenuAction = {
  readonly id: string
  readonly label: string
  readonly icon: LucideIcon
  /** The key that does the same. */
  readonly keys?: string
  readonly tone?: 'danger'
  readonly onChoose: () => void
}

/** Where a menu comes up: at an element, and under the pointer if it was asked for there. */
export type MenuPlace = { readonly element: HTMLElement; readonly point?: { readonly x: number; readonly y: number } }

type ActionMenuProps = {
  readonly label: string
  readonly place: MenuPlace
  /** Groups of actions, with a line between them. */
  readonly groups: readonly (readonly MenuAction[])[]
  readonly onClose: () => void
}

const anchorOf = ({ element, point }: MenuPlace): Element | { getBoundingClientRect: () => DOMRect } =>
  point === undefined ? element : { getBoundingClientRect: () => new DOMRect(point.x, point.y, 0, 0) }

// Who goes from landmark to landmark finds an open menu in the one that it belongs to.
const landmarkOf = ({ element }: MenuPlace): HTMLElement => element.closest<HTMLElement>('aside, main') ?? document.body

/** A menu of actions; it is open for as long as it is there. */
export const ActionMenu = ({ label, place, groups, onClose }: ActionMenuProps): ReactNode => {
  const opener = useRef(place.element)
  return (
    <CSPProvider disableStyleElements>
      <Menu.Root
        open
        onOpenChange={(open) => {
          if (!open) onClose()
        }}
      >
        <Menu.Portal container={landmarkOf(place)}>
          <Menu.Positioner
            anchor={anchorOf(place)}
            align={place.point === undefined ? 'end' : 'start'}
            sideOffset={4}
            collisionPadding={8}
            className="z-50 outline-none"
          >
            <Menu.Popup
              aria-label={label}
              finalFocus={opener}
              className="fade max-h-[calc(100dvh-1rem)] min-w-52 overflow-y-auto rounded-lg border border-line bg-surface p-1 text-sm shadow-high outline-none"
            >
              {groups.map((actions, index) => (
                <Fragment key={actions[0]?.id ?? index}>
                  {index > 0 && <Menu.Separator className="mx-1 my-1 h-px bg-line" />}
                  {actions.map(({ id, label: name, icon: Icon, keys, tone, onChoose }) => (
                    <Menu.Item
                      key={id}
                      onClick={onChoose}
                      className={classNames(
                        'flex items-center gap-2.5 rounded-md px-2.5 py-1.5 outline-none data-highlighted:bg-hover [&_svg]:size-4 [&_svg]:shrink-0',
                        tone === 'danger' ? 'text-danger-ink' : 'text-ink [&_svg]:text-muted',
                      )}
                    >
                      <Icon aria-hidden="true" />
                      <span className="flex-1">{name}</span>
                      {keys !== undefined && <kbd className="font-sans text-xs text-faint">{keys}</kbd>}
                    </Menu.Item>
                  ))}
                </Fragment>
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </CSPProvider>
  )
}
