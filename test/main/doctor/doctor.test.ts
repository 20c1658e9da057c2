import { describe, expect, test } from 'vitest'
import { err, ok } from '../../../src/contract/result'
import { createDoctor, type DoctorNeeds } from '../../../src/main/doctor/doctor'
import { failure } from '../../../src/main/platform/failures'

const noon = Date.UTC(2026, 0, 1, 12)
const hour = 60 * 60_000

const healthy: DoctorNeeds = {
  shortcut: () => ({ accelerator: 'Ctrl+Space', registered: true, wayland: false }),
  links: () => Promise.resolve(true),
  keychain: () => Promise.resolve(true),
  services: () =>
    Promise.resolve({
      issuer: () => Promise.resolve(ok({ host: 'login.example', time: noon - 1000 })),
      scalekit: () => Promise.resolve(ok({ host: 'env.scalekit.example' })),
      model: () => Promise.resolve(ok({ host: 'model.example' })),
    }),
  freeBytes: () => Promise.resolve(20e9),
  now: () => noon,
  system: {
    app: '1.0.0',
    electron: '45.0.0',
    platform: 'linux',
    release: '6.8',
    arch: 'x64',
    mode: 'configured',
  },
  onError: (error) => {
    throw error
  },
}

const states = async (needs: Partial<DoctorNeeds>): Promise<Readonly<Record<string, string>>> => {
  const { checks } = await createDoctor({ ...healthy, ...needs }).examine()
  return Object.fromEntries(
    checks.map(({ name, finding }) => [name, finding.state === 'ill' ? finding.failure.code : finding.state]),
  )
}

const allWell = {
  shortcut: 'well',
  'deep-link': 'well',
  keychain: 'well',
  issuer: 'well',
  scalekit: 'well',
  model: 'well',
  clock: 'well',
  disk: 'well',
}

describe('the doctor', () => {
  test('finds nothing where everything is in order', async () => {
    expect(await states({})).toEqual(allWell)
  })

  test('names each thing that is wrong, and only that', async () => {
    expect(
      await states({ shortcut: () => ({ accelerator: 'Ctrl+Space', registered: false, wayland: false }) }),
    ).toEqual({
      ...allWell,
      shortcut: 'shortcut-taken',
    })
    expect(await states({ links: () => Promise.resolve(false) })).toEqual({
      ...allWell,
      'deep-link': 'scheme-unregistered',
    })
    expect(await states({ keychain: () => Promise.resolve(false) })).toEqual({
      ...allWell,
      keychain: 'keychain-unavailable',
    })
    expect(await states({ freeBytes: () => Promise.resolve(50e6) })).toEqual({ ...allWell, disk: 'disk-low' })
  })

  test('tells a clock that is hours off by what time it is at the sign-in service', async () => {
    expect(await states({ now: () => noon + 2 * hour })).toEqual({ ...allWell, clock: 'clock-wrong' })
    expect(await states({ now: () => noon - 2 * hour })).toEqual({ ...allWell, clock: 'clock-wrong' })
  })

  test('can’t tell the time from a service that is down', async () => {
    const services = {
      issuer: () => Promise.resolve(err(failure('issuer-unreachable', { subject: 'login.example' }))),
      scalekit: () => Promise.resolve(err(failure('scalekit-credentials'))),
      model: null,
    }
    expect(await states({ services: () => Promise.resolve(services) })).toEqual({
      ...allWell,
      issuer: 'issuer-unreachable',
      scalekit: 'scalekit-credentials',
      model: 'unused',
      clock: 'unused',
    })
  })

  test('says of an app that is not set up that there is nothing to check', async () => {
    expect(await states({ services: () => Promise.resolve(null) })).toEqual({
      ...allWell,
      issuer: 'unused',
      scalekit: 'unused',
      model: 'unused',
      clock: 'unused',
    })
  })

  test('takes a check that breaks for a fault of its own, and finishes the others', async () => {
    const errors: unknown[] = []
    const broken = {
      freeBytes: () => Promise.reject(new Error('no such folder')),
      onError: (error: unknown) => errors.push(error),
    }
    expect(await states(broken)).toEqual({ ...allWell, disk: 'internal' })
    expect(errors).toHaveLength(1)
  })

  test('writes a report of codes, hosts and numbers, without the other side’s words', async () => {
    const services = {
      issuer: () =>
        Promise.resolve(err(failure('issuer-refused', { subject: 'login.example', detail: 'secret sk-12345' }))),
      scalekit: () => Promise.resolve(ok({ host: 'env.scalekit.example' })),
      model: null,
    }
    const { report } = await createDoctor({ ...healthy, services: () => Promise.resolve(services) }).examine()
    expect(report).toBe(
      [
        'Onbehalf 1.0.0 (configured), Electron 45.0.0',
        'linux 6.8 x64',
        '2026-01-01T12:00:00.000Z',
        'shortcut: well Ctrl+Space (0 ms)',
        'deep-link: well (0 ms)',
        'keychain: well (0 ms)',
        'issuer: ILL issuer-refused login.example (0 ms)',
        'scalekit: well env.scalekit.example (0 ms)',
        'model: unused (0 ms)',
        'clock: unused (0 ms)',
        'disk: well 20000000000 (0 ms)',
      ].join('\n'),
    )
  })
})
