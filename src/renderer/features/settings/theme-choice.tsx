import { Monitor, Moon, Sun, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Preferences } from '../../../contract/settings'
import { en } from '../../strings/en'

type Theme = Preferences['theme']

const themes: readonly { readonly theme: Theme; readonly icon: LucideIcon }[] = [
  { theme: 'system', icon: Monitor },
  { theme: 'light', icon: Sun },
  { theme: 'dark', icon: Moon },
]

/** System, light or dark. */
export const ThemeChoice = ({
  theme: chosen,
  onChoose,
}: {
  readonly theme: Theme
  readonly onChoose: (theme: Theme) => void
}): ReactNode => (
  <fieldset className="flex w-fit rounded-lg border border-line bg-sunken p-0.5">
    <legend className="sr-only">{en.settings.appearance}</legend>
    {themes.map(({ theme, icon: Icon }) => (
      <label
        key={theme}
        className="flex items-center gap-1.5 rounded-md px-3 py-1 text-sm font-medium text-muted transition-colors has-checked:bg-surface has-checked:text-ink has-checked:shadow-low has-focus-visible:outline-2 has-focus-visible:outline-accent"
      >
        <input
          type="radio"
          name="theme"
          value={theme}
          checked={theme === chosen}
          onChange={() => {
            onChoose(theme)
          }}
          className="sr-only"
        />
        <Icon aria-hidden="true" className="size-4" />
        {en.settings.themes[theme]}
      </label>
    ))}
  </fieldset>
)
