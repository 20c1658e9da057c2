import type { DoctorCheck, Examination, Finding } from '../../contract/doctor'

const names: Record<DoctorCheck, string> = {
  shortcut: 'Quick-ask shortcut',
  'deep-link': 'onbehalf:// links',
  keychain: 'Keychain',
  issuer: 'Sign-in service',
  scalekit: 'Scalekit',
  model: 'Language model',
  clock: 'Clock',
  disk: 'Disk',
}

const minute = 60_000

const awayText = (aheadMs: number): string => {
  const minutes = Math.round(Math.abs(aheadMs) / minute)
  return `${String(minutes)} ${minutes === 1 ? 'minute' : 'minutes'} ${aheadMs > 0 ? 'fast' : 'slow'}`
}

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(bytes < 10e9 ? 1 : 0)} GB`

const good: Record<DoctorCheck, (finding: Extract<Finding, { state: 'well' }>) => string> = {
  shortcut: ({ subject = '' }) => `${subject} opens quick ask.`,
  'deep-link': () => 'This computer hands them to Onbehalf.',
  keychain: () => 'Open. Secrets rest in it.',
  issuer: ({ subject = '' }) => `${subject} answers.`,
  scalekit: ({ subject = '' }) => `${subject} answers and takes this app’s credentials.`,
  model: ({ subject = '' }) => `${subject} answers and takes the key.`,
  clock: () => 'On time.',
  disk: ({ value = 0 }) => `${gigabytes(value)} free.`,
}

const unused: Partial<Record<DoctorCheck, string>> = {
  model: 'Part of the sandbox: nothing to check.',
  clock: 'The sign-in service doesn’t say what time it is.',
}

type Platform = Examination['platform']

const byPlatform = (steps: Partial<Record<Platform, string>>) => (platform: Platform) => steps[platform]

// Exact steps, where the app can't do it by itself.
const steps: Partial<Record<DoctorCheck, (platform: Platform) => string | undefined>> = {
  shortcut: () => 'Close the other app, or record another shortcut further up on this page.',
  'deep-link': byPlatform({
    linux:
      'Install xdg-utils. If it is there, run: xdg-mime default onbehalf.desktop x-scheme-handler/onbehalf. Until then the page in the browser finishes the job.',
    darwin: 'Move Onbehalf to the Applications folder and open it from there once.',
    win32: 'Open Settings > Apps > Default apps, choose Onbehalf, and set it for ONBEHALF links.',
  }),
  keychain: byPlatform({
    linux:
      'Install GNOME Keyring or KWallet (on Debian and Ubuntu: sudo apt install gnome-keyring), then sign in to the desktop again so that it is unlocked.',
    darwin: 'Open Keychain Access and unlock the login keychain.',
    win32: 'Sign in to Windows with the account that you installed Onbehalf under.',
  }),
  clock: byPlatform({
    linux: 'Run: sudo timedatectl set-ntp true',
    darwin: 'Open System Settings > General > Date & Time and set the time automatically.',
    win32: 'Open Settings > Time & language > Date & time and press Sync now.',
  }),
  disk: () => 'Empty the trash and delete what you don’t need; Settings says at the end where the data is kept.',
}

/** What the doctor says. */
export const doctor = {
  title: 'Doctor',
  lead: 'Looks whether everything that Onbehalf needs is in order. Nothing leaves this computer but the checks themselves.',
  examine: 'Check everything',
  again: 'Check again',
  looking: 'Checking…',
  copy: 'Copy report',
  copied: 'Report copied',
  copyNote: 'The report holds no secret and nothing that you wrote.',
  results: 'What was found',
  names,
  well: 'In order',
  ill: 'Needs attention',
  unused: 'Not checked',
  wellText: (check: DoctorCheck, finding: Extract<Finding, { state: 'well' }>): string => good[check](finding),
  unusedText: (check: DoctorCheck): string => unused[check] ?? 'Not set up.',
  measured: (check: DoctorCheck, value: number | undefined): string | undefined => {
    if (value === undefined) return undefined
    return check === 'clock' ? `It is ${awayText(value)}.` : `${gigabytes(value)} are left.`
  },
  steps: (check: DoctorCheck, platform: Platform): string | undefined => steps[check]?.(platform),
  summary: (ill: number): string => {
    if (ill === 0) return 'Everything is in order.'
    return ill === 1 ? 'One thing needs attention.' : `${String(ill)} things need attention.`
  },
} as const
