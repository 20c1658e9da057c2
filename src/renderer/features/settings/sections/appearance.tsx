import type { ReactNode } from 'react'
import { ThemeChoice } from '../theme-choice'
import type { SectionProps } from './section'

/** How the app looks. */
export const Appearance = ({ settings: { preferences }, view }: SectionProps): ReactNode => (
  <ThemeChoice
    theme={preferences.theme}
    onChoose={(theme) => {
      view.savePreferences({ theme })
    }}
  />
)
