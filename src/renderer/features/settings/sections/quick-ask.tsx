import type { ReactNode } from 'react'
import { t } from '../../../../language/words'
import { useLoadedApp } from '../../../app/use-app'
import { QuickAskSettings } from '../quick-ask/quick-ask-settings'
import type { SectionProps } from './section'

/** How the quick-ask window is called. */
export const QuickAsk = ({ view }: SectionProps): ReactNode => {
  const { quickAskShortcut } = useLoadedApp()
  return (
    <>
      <p className="text-sm text-pretty text-muted">{t('preferences.shortcutLead')}</p>
      <QuickAskSettings
        shortcut={quickAskShortcut}
        onRecord={(recorded) => {
          view.savePreferences({ quickAskShortcut: recorded })
        }}
      />
    </>
  )
}
