/** The sections of Settings, in the order in which they are listed. */
export const settingsSections = [
  'you',
  'appearance',
  'start-up',
  'notifications',
  'model',
  'set-up',
  'quick-ask',
  'keyboard',
  'permissions',
  'data',
  'doctor',
  'about',
] as const

/** A section of Settings. */
export type SettingsSection = (typeof settingsSections)[number]
