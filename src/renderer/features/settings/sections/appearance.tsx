import { Contrast, Monitor, Moon, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import { t } from '../../../../language/words'
import { Choice } from '../../../ui/choice'
import { LanguageChoice } from '../language-choice'
import type { SectionProps } from './section'

/** How the app looks, and which language it speaks. */
export const Appearance = ({ settings: { preferences }, view }: SectionProps): ReactNode => (
  <>
    <Choice
      label={t('settings.appearance.theme')}
      options={[
        { value: 'system', label: t('settings.appearance.themes.system'), icon: Monitor },
        { value: 'light', label: t('settings.appearance.themes.light'), icon: Sun },
        { value: 'dark', label: t('settings.appearance.themes.dark'), icon: Moon },
      ]}
      chosen={preferences.theme}
      onChoose={(theme) => {
        view.savePreferences({ theme })
      }}
    />
    <Choice
      label={t('settings.appearance.contrast')}
      hint={t('settings.appearance.contrastHint')}
      options={[
        { value: 'system', label: t('settings.appearance.contrasts.system'), icon: Monitor },
        { value: 'more', label: t('settings.appearance.contrasts.more'), icon: Contrast },
      ]}
      chosen={preferences.contrast}
      onChoose={(contrast) => {
        view.savePreferences({ contrast })
      }}
    />
    <LanguageChoice
      language={preferences.language}
      onChoose={(language) => {
        view.savePreferences({ language })
      }}
    />
  </>
)
