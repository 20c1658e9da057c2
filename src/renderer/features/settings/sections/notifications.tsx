import type { ReactNode } from 'react'
import { t } from '../../../../language/words'
import { SwitchLine } from '../../../ui/switch-line'
import type { SectionProps } from './section'

/** Whether the system tells of what happens while the app is not looked at, and how much it says. */
export const Notifications = ({ settings: { preferences }, view }: SectionProps): ReactNode => (
  <>
    <SwitchLine
      label={t('notifications.settings.on')}
      hint={t('notifications.settings.onHint')}
      on={preferences.notifications === 'on'}
      onChange={(on) => {
        view.savePreferences({ notifications: on ? 'on' : 'off' })
      }}
    />
    {preferences.notifications === 'on' && (
      <SwitchLine
        label={t('notifications.settings.content')}
        hint={t('notifications.settings.contentHint')}
        on={preferences.notificationContent === 'shown'}
        onChange={(shown) => {
          view.savePreferences({ notificationContent: shown ? 'shown' : 'hidden' })
        }}
      />
    )}
  </>
)
