import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Failure } from '../../../src/contract/failure'
import { createSecretStore } from '../../../src/main/platform/secret-store'
import { fakeClock } from './fake-clock'
import { fakeSafeStorage } from './fake-safe-storage'

const setUp = (windowShown: Promise<void> = Promise.resolve()) => {
  const directory = mkdtempSync(join(tmpdir(), 'onbehalf-secrets-'))
  const safeStorage = fakeSafeStorage()
  const failures: Failure[] = []
  const open = () =>
    createSecretStore({
      directory,
      safeStorage,
      clock: fakeClock(),
      windowShown,
      report: (failure) => {
        failures.push(failure)
      },
    })
  return { directory, safeStorage, failures, open, file: join(directory, 'secrets.json') }
}

const aside = (directory: string) =>
  readdirSync(directory).filter((name) => name.startsWith('secrets.json.unreadable-'))

describe('the secret store', () => {
  it('keeps secrets between two starts, encrypted, for this user only', async () => {
    const { open, file } = setUp()
    const store = open()
    expect(await store.available()).toBe(true)
    expect(await store.write('a', 'the first secret')).toEqual({ ok: true, value: null })
    expect(await store.write('b', 'the second secret')).toEqual({ ok: true, value: null })
    const next = open()
    expect(await next.read('a')).toBe('the first secret')
    expect(await next.read('b')).toBe('the second secret')
    expect(await next.read('c')).toBeNull()
    expect(readFileSync(file, 'utf8')).not.toMatch(/the first|the second/)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('forgets one and keeps the other', async () => {
    const { open } = setUp()
    const store = open()
    await store.write('a', '1')
    await store.write('b', '2')
    await store.remove('a')
    await store.remove('never there')
    expect(await store.read('a')).toBeNull()
    expect(await store.read('b')).toBe('2')
  })

  it('leaves the keychain alone until a window is shown', async () => {
    let show = (): void => undefined
    const { open, safeStorage } = setUp(
      new Promise((resolve) => {
        show = resolve
      }),
    )
    const writing = open().write('a', '1')
    await Promise.resolve()
    expect(safeStorage.calls).toBe(0)
    show()
    expect((await writing).ok).toBe(true)
  })

  it.each([
    { available: false, backend: 'gnome_libsecret' },
    { available: true, backend: 'basic_text' },
  ])('writes nothing without a keychain: %o', async (keychain) => {
    const { open, safeStorage, directory } = setUp()
    Object.assign(safeStorage, keychain)
    const store = open()
    expect(await store.available()).toBe(false)
    expect(await store.write('a', '1')).toMatchObject({ ok: false, failure: { code: 'keychain-unavailable' } })
    expect(await store.read('a')).toBeNull()
    expect(readdirSync(directory)).toEqual([])
  })

  it('waits for a keychain that is away, and can forget without it', async () => {
    const { open, safeStorage, failures } = setUp()
    await open().write('a', '1')
    await open().write('b', '2')
    safeStorage.available = false
    expect(await open().read('a')).toBeNull()
    expect(await open().remove('a')).toEqual({ ok: true, value: null })
    safeStorage.available = true
    expect(await open().read('a')).toBeNull()
    expect(await open().read('b')).toBe('2')
    expect(failures).toEqual([])
  })

  it('starts anew when the keychain is another one, and keeps the old file', async () => {
    const { open, safeStorage, directory, failures } = setUp()
    await open().write('a', '1')
    safeStorage.backend = 'kwallet6'
    expect(await open().read('a')).toBeNull()
    expect(aside(directory)).toHaveLength(1)
    expect(failures).toMatchObject([{ code: 'settings-unreadable', subject: 'secrets.json' }])
    await open().write('a', '2')
    expect(await open().read('a')).toBe('2')
  })

  it('starts anew when the key of the keychain is another one', async () => {
    const { open, safeStorage, directory } = setUp()
    await open().write('a', '1')
    Object.assign(safeStorage, { decryptString: fakeSafeStorage().decryptString })
    expect(await open().read('a')).toBeNull()
    expect(aside(directory)).toHaveLength(1)
  })

  it.each([
    [
      'a flipped byte',
      (text: string) => text.replace(/"data":"(.)/, (_, c: string) => `"data":"${c === 'A' ? 'B' : 'A'}`),
    ],
    ['a value under another name', (text: string) => text.replace('"a":', '"b":')],
    ['half a file', (text: string) => text.slice(0, text.length / 2)],
    ['another format', () => '{"version":2}'],
  ])('notices %s', async (_, tamper) => {
    const { open, file, directory } = setUp()
    await open().write('a', 'one two three')
    writeFileSync(file, tamper(readFileSync(file, 'utf8')))
    expect([await open().read('a'), await open().read('b')]).toEqual([null, null])
    expect(aside(directory)).toHaveLength(1)
    expect(existsSync(file)).toBe(false)
  })

  it('leaves alone what it can neither read nor move', async () => {
    const { open, safeStorage, failures, directory } = setUp()
    writeFileSync(join(directory, 'blocked'), 'in the way')
    const store = createSecretStore({
      directory: join(directory, 'blocked'),
      safeStorage,
      clock: fakeClock(),
      windowShown: Promise.resolve(),
      report: (failure) => {
        failures.push(failure)
      },
    })
    expect(await store.write('a', '1')).toMatchObject({ failure: { code: 'not-saved', subject: 'secrets.json' } })
    expect(failures).toMatchObject([{ code: 'settings-unreadable' }])
    expect(await open().read('a')).toBeNull()
  })

  it('takes a keychain that refuses for none', async () => {
    const { open, safeStorage } = setUp()
    Object.assign(safeStorage, {
      encryptString: () => {
        throw new Error('locked')
      },
    })
    expect(await open().write('a', '1')).toMatchObject({ failure: { code: 'keychain-unavailable' } })
  })
})
