import type { Check, DoctorCheck, Examination, Finding } from '../../contract/doctor'
import type { Failure } from '../../contract/failure'
import type { Result } from '../../contract/result'
import { failure } from '../platform/failures'
import { clockFinding, diskFinding } from './findings'
import { reportText, type System } from './report'

/** An answer of the sign-in service: who it is, and what time it is there (milliseconds) if it says so. */
export type IssuerAnswer = { readonly host: string; readonly time: number | null }

/** Whom the app works with, as far as it is set up; `model` is null where no service is behind it. */
export type Services = {
  readonly issuer: () => Promise<Result<IssuerAnswer, Failure>>
  readonly scalekit: () => Promise<Result<{ readonly host: string }, Failure>>
  readonly model: (() => Promise<Result<{ readonly host: string }, Failure>>) | null
}

/** What the doctor looks at. Looking at the shortcut and at links tries to get them, too. */
export type DoctorNeeds = {
  readonly shortcut: () => { readonly accelerator: string; readonly registered: boolean; readonly wayland: boolean }
  readonly links: () => Promise<boolean>
  readonly keychain: () => Promise<boolean>
  /** Null when the app is not set up. */
  readonly services: () => Promise<Services | null>
  /** Bytes that are free where the data is kept. */
  readonly freeBytes: () => Promise<number>
  readonly now: () => number
  readonly system: System
  readonly onError: (error: unknown) => void
}

/** Looks whether everything that the app needs is in order. */
export type Doctor = { readonly examine: () => Promise<Examination> }

const unused: Finding = { state: 'unused' }
const ill = (problem: Failure): Finding => ({ state: 'ill', failure: problem })

const again = { kind: 'retry' } as const

const answered = (result: Result<{ readonly host: string }, Failure>): Finding =>
  result.ok ? { state: 'well', subject: result.value.host } : ill(result.failure)

const lookAtShortcut = ({ shortcut }: DoctorNeeds): Finding => {
  const { accelerator, registered, wayland } = shortcut()
  // Trying again would not help: its steps do.
  if (wayland) return ill(failure('shortcut-wayland', { action: { kind: 'none' } }))
  return registered
    ? { state: 'well', subject: accelerator }
    : ill(failure('shortcut-taken', { subject: accelerator, action: again }))
}

type Looks = Readonly<Record<DoctorCheck, () => Promise<Finding>>>

const looksOf = (needs: DoctorNeeds): Looks => {
  const services = needs.services()
  const issuer = services.then((known) => known?.issuer() ?? null)
  return {
    shortcut: () => Promise.resolve(lookAtShortcut(needs)),
    'deep-link': async () =>
      (await needs.links()) ? { state: 'well' } : ill(failure('scheme-unregistered', { action: again })),
    keychain: async () =>
      (await needs.keychain()) ? { state: 'well' } : ill(failure('keychain-unavailable', { action: again })),
    issuer: async () => {
      const answer = await issuer
      return answer === null ? unused : answered(answer)
    },
    scalekit: async () => {
      const known = await services
      return known === null ? unused : answered(await known.scalekit())
    },
    model: async () => {
      const look = (await services)?.model ?? null
      return look === null ? unused : answered(await look())
    },
    clock: async () => {
      const answer = await issuer
      return answer?.ok === true && answer.value.time !== null ? clockFinding(needs.now() - answer.value.time) : unused
    },
    disk: async () => diskFinding(await needs.freeBytes()),
  }
}

const lookOnce = async (needs: DoctorNeeds, look: () => Promise<Finding>): Promise<Finding> => {
  try {
    return await look()
  } catch (error) {
    needs.onError(error)
    return ill(failure('internal', { action: again }))
  }
}

const names: readonly DoctorCheck[] = [
  'shortcut',
  'deep-link',
  'keychain',
  'issuer',
  'scalekit',
  'model',
  'clock',
  'disk',
]

/** Makes the doctor. Its checks run side by side; each says how long it took. */
export const createDoctor = (needs: DoctorNeeds): Doctor => ({
  examine: async () => {
    const at = needs.now()
    const looks = looksOf(needs)
    const checks = await Promise.all(
      names.map(async (name): Promise<Check> => {
        const finding = await lookOnce(needs, looks[name])
        return { name, finding, durationMs: Math.max(0, needs.now() - at) }
      }),
    )
    return { at, platform: needs.system.platform, checks, report: reportText(needs.system, at, checks) }
  },
})
