import type { ReactNode } from 'react'
import { useLoadedApp } from '../../../app/use-app'
import { t } from '../../../../language/words'
import type { SectionProps } from './section'

/** Which version this is, and where its data is. */
export const About = ({ settings }: SectionProps): ReactNode => {
  const { version } = useLoadedApp()
  return (
    <dl className="grid gap-1 text-sm text-muted select-text">
      <dt className="sr-only">{t('common.app')}</dt>
      <dd>{t('preferences.version', { version })}</dd>
      <dt>{t('preferences.dataPath')}</dt>
      <dd className="font-mono text-xs wrap-anywhere text-ink">{settings.dataPath}</dd>
    </dl>
  )
}
