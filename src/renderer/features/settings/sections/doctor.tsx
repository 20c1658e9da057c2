import type { ReactNode } from 'react'
import { en } from '../../../strings/en'
import { Doctor } from '../doctor'

/** Whether everything is in order. */
export const DoctorSection = (): ReactNode => (
  <>
    <p className="text-sm text-pretty text-muted">{en.doctor.lead}</p>
    <Doctor />
  </>
)
