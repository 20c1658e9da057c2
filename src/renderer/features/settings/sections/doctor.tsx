import type { ReactNode } from 'react'
import { t } from '../../../../language/words'
import { Doctor } from '../doctor'

/** Whether everything is in order. */
export const DoctorSection = (): ReactNode => (
  <>
    <p className="text-sm text-pretty text-muted">{t('doctor.lead')}</p>
    <Doctor />
  </>
)
