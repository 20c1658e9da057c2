import type { ReactNode } from 'react'
import { t } from '../../../../language/words'
import { SwitchLine } from '../../../ui/switch-line'
import type { SectionProps } from './section'

/** Whether the app is there as soon as the computer is. */
export const StartUp = ({ settings: { startAtLogin }, view }: SectionProps): ReactNode => (
  <SwitchLine
    label={t('settings.startUp.atLogin')}
    hint={t('settings.startUp.hint')}
    on={startAtLogin}
    onChange={view.setStartAtLogin}
  />
)
