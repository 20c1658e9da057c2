import { Activity, BookMarked, MessageSquare, Plug, Settings, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Navigation } from '../../contract/methods'
import { t } from '../../language/words'
import { useActions, useAppState } from '../app/use-app'
import { classNames } from '../ui/class-names'

type View = Navigation['view']

const views: readonly { readonly view: View; readonly icon: LucideIcon }[] = [
  { view: 'chat', icon: MessageSquare },
  { view: 'prompts', icon: BookMarked },
  { view: 'connections', icon: Plug },
  { view: 'activity', icon: Activity },
  { view: 'settings', icon: Settings },
]

/** The places of the window. */
export const MainNavigation = ({ onChosen }: { readonly onChosen: () => void }): ReactNode => {
  const actions = useActions()
  const current = useAppState((state) => state.place.view)
  return (
    <nav aria-label={t('shell.nav.label')} className="shell-nav">
      {views.map(({ view, icon: Icon }) => (
        <button
          key={view}
          type="button"
          aria-current={view === current ? 'page' : undefined}
          onClick={() => {
            actions.navigate(view)
            onChosen()
          }}
          className={classNames(
            'flex items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm font-medium transition-colors hover:bg-hover',
            'max-[46rem]:flex-col max-[46rem]:gap-0.5 max-[46rem]:px-1 max-[46rem]:py-1 max-[46rem]:text-xs [@media(height<30rem)]:max-[46rem]:flex-row [@media(height<30rem)]:max-[46rem]:justify-center [@media(height<30rem)]:max-[46rem]:[&_svg]:hidden',
            view === current ? 'bg-active text-ink [&_svg]:text-accent-ink' : 'text-muted hover:text-ink',
          )}
        >
          <Icon aria-hidden="true" className="size-4" />
          {view === 'prompts' ? t('prompts.title') : t(`shell.nav.${view}`)}
        </button>
      ))}
    </nav>
  )
}
