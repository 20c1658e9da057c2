import type { ReactNode } from 'react'
import { settingsSections, type SettingsSection } from '../../../contract/plain/settings-sections'
import { t } from '../../../language/words'
import { useActions } from '../../app/use-app'
import { classNames } from '../../ui/class-names'
import { sections } from './sections/sections'

/** The names of all sections: a list at the side, or above where there is little room. */
export const SectionList = ({ current }: { readonly current: SettingsSection }): ReactNode => {
  const actions = useActions()
  return (
    <nav aria-label={t('settings.list')} className="-mx-2.5 @2xl:mx-0">
      <ul role="list" className="flex flex-wrap gap-0.5 @2xl:grid">
        {settingsSections.map((name) => {
          const Icon = sections[name].icon
          return (
            <li key={name}>
              <button
                type="button"
                aria-current={name === current ? 'true' : undefined}
                onClick={() => {
                  actions.navigate('settings', name)
                }}
                className={classNames(
                  'flex w-full items-center gap-2 rounded-md px-2.5 py-1.5 text-start text-sm transition-colors hover:bg-hover',
                  name === current
                    ? 'bg-active font-medium text-ink [&_svg]:text-accent-ink'
                    : 'text-muted hover:text-ink',
                )}
              >
                <Icon aria-hidden="true" className="size-4 shrink-0" />
                {t(`settings.sections.${name}`)}
              </button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
