import type { DoctorCheck, Examination, Finding } from '../../../contract/doctor'
import type { SettingsSection } from '../../../contract/plain/settings-sections'
import { formatBytes } from '../../../language/formats'
import { t } from '../../../language/words'
import { keysOf } from './quick-ask/accelerator'

const minute = 60_000

/** What is said of a check that found everything in order. */
export const wellText = (
  check: DoctorCheck,
  { subject = '', value = 0 }: Extract<Finding, { state: 'well' }>,
): string => {
  switch (check) {
    case 'disk':
      return t('doctor.well.disk', { size: formatBytes(value) })
    case 'shortcut':
      return t('doctor.well.shortcut', { subject: keysOf(subject).join('+') })
    case 'issuer':
    case 'scalekit':
    case 'model':
      return t(`doctor.well.${check}`, { subject })
    case 'deep-link':
    case 'keychain':
    case 'clock':
      return t(`doctor.well.${check}`)
  }
}

/** Why a check was left out. */
export const unusedText = (check: DoctorCheck): string =>
  check === 'model' || check === 'clock' ? t(`doctor.unused.${check}`) : t('doctor.unused.other')

/** What a check that found something wrong has measured, if it measures. */
export const measuredText = (check: DoctorCheck, value: number | undefined): string | undefined => {
  if (value === undefined) return undefined
  if (check !== 'clock') return t('doctor.left', { size: formatBytes(value) })
  const count = Math.round(Math.abs(value) / minute)
  return value > 0 ? t('doctor.fast', { count }) : t('doctor.slow', { count })
}

/** Exact steps, where the app can't do it by itself. */
export const stepsText = (check: DoctorCheck, platform: Examination['platform']): string | undefined => {
  if (check === 'shortcut' || check === 'disk') return t(`doctor.steps.${check}`)
  if (check !== 'deep-link' && check !== 'keychain' && check !== 'clock') return undefined
  return platform === 'other' ? undefined : t(`doctor.steps.${check}.${platform}`)
}

const sections: Partial<Record<DoctorCheck, SettingsSection>> = {
  shortcut: 'quick-ask',
  issuer: 'set-up',
  scalekit: 'set-up',
  model: 'model',
  disk: 'data',
}

/** The section of Settings in which what a check found can be put right, if there is one. */
export const sectionOf = (check: DoctorCheck): SettingsSection | undefined => sections[check]

/** How many things need attention. */
export const summaryText = (count: number): string =>
  count === 0 ? t('doctor.summaryWell') : t('doctor.summary', { count })
