import type { ReactNode } from 'react'
import { t } from '../../../../language/words'
import { useLoadedApp } from '../../../app/use-app'
import { Banner } from '../../../ui/banner'
import { ShortcutRecorder } from '../shortcut-recorder'
import type { SectionProps } from './section'

/** How the quick-ask window is called. */
export const QuickAsk = ({ settings: { preferences }, view }: SectionProps): ReactNode => {
  const { quickAskShortcut } = useLoadedApp()
  return (
    <>
      <p className="text-sm text-pretty text-muted">{t('preferences.shortcutLead')}</p>
      <ShortcutRecorder
        accelerator={preferences.quickAskShortcut}
        onRecord={(recorded) => {
          view.savePreferences({ quickAskShortcut: recorded })
        }}
      />
      {!quickAskShortcut.registered && (
        <Banner tone="problem" announce>
          {t('preferences.shortcutTaken')}
        </Banner>
      )}
    </>
  )
}
