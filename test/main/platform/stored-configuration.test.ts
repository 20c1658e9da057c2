import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Failure } from '../../../src/contract/failure'
import { err, ok } from '../../../src/contract/result'
import { failure } from '../../../src/main/platform/failures'
import type { SecretStore } from '../../../src/main/platform/secret-store'
import { openSettings } from '../../../src/main/platform/settings'
import { openStoredConfiguration } from '../../../src/main/platform/stored-configuration'

const clock = { now: () => 0 }

/** A keychain in memory that leaves the same file behind as the real one. */
const keychain = (directory: string, available = true): SecretStore & { readonly texts: Map<string, string> } => {
  const texts = new Map<string, string>()
  return {
    texts,
    available: () => Promise.resolve(available),
    read: (name) => Promise.resolve(texts.get(name) ?? null),
    write: (name, text) => {
      if (!available) return Promise.resolve(err(failure('keychain-unavailable')))
      texts.set(name, text)
      writeFileSync(join(directory, 'secrets.json'), '{}')
      return Promise.resolve(ok(null))
    },
    remove: (name) => {
      texts.delete(name)
      return Promise.resolve(ok(null))
    },
  }
}

describe('the stored configuration', () => {
  let directory = ''
  const failures: Failure[] = []
  const open = (secrets: SecretStore, environment: Record<string, string> = {}) => {
    const report = (failed: Failure) => failures.push(failed)
    const settings = openSettings({ directory, clock, report })
    return openStoredConfiguration({ directory, environment, settings, secrets, report })
  }

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'onbehalf-configuration-'))
    failures.length = 0
  })
  afterEach(() => {
    rmSync(directory, { recursive: true })
  })

  it('comes from the environment, the .env file and what Settings stored', async () => {
    writeFileSync(join(directory, '.env'), 'ONBEHALF_ISSUER=https://issuer.example\n')
    const configuration = open(keychain(directory), { OPENAI_MODEL: 'm' })
    await configuration.save({ SCALEKIT_CLIENT_ID: 'skc_1' })
    expect(await configuration.read()).toMatchObject({
      environment: { OPENAI_MODEL: 'm' },
      dotenv: { ONBEHALF_ISSUER: 'https://issuer.example' },
      stored: { SCALEKIT_CLIENT_ID: 'skc_1' },
    })
  })

  it('keeps secrets under the keychain and nowhere else', async () => {
    const secrets = keychain(directory)
    const configuration = open(secrets)
    await configuration.save({ SCALEKIT_CLIENT_SECRET: 'hush-hush', SCALEKIT_ENV_URL: 'https://env.example' })
    expect([...secrets.texts.values()]).toEqual(['hush-hush'])
    expect(readFileSync(join(directory, 'settings.json'), 'utf8')).not.toContain('hush')
    expect((await configuration.read()).stored).toMatchObject({ SCALEKIT_CLIENT_SECRET: 'hush-hush' })
  })

  it('stores nothing at all of what was given when there is no keychain for its secret', async () => {
    const configuration = open(keychain(directory, false))
    const saved = await configuration.save({ OPENAI_API_KEY: 'sk-1', OPENAI_MODEL: 'm' })
    expect(saved).toMatchObject({ failure: { code: 'keychain-unavailable' } })
    expect(existsSync(join(directory, 'settings.json'))).toBe(false)
  })

  it('forgets what is given as empty', async () => {
    const secrets = keychain(directory)
    const configuration = open(secrets)
    await configuration.save({ OPENAI_API_KEY: 'sk-1', OPENAI_MODEL: 'm', OPENAI_BASE_URL: 'https://model.example' })
    await configuration.save({ OPENAI_API_KEY: '', OPENAI_MODEL: '' })
    expect(secrets.texts.size).toBe(0)
    const { stored } = await configuration.read()
    expect(stored).toMatchObject({ OPENAI_BASE_URL: 'https://model.example' })
    expect(stored.OPENAI_MODEL).toBeUndefined()
  })

  it('does not ask the keychain when nothing was ever stored under it', async () => {
    const secrets = { ...keychain(directory), read: () => Promise.reject(new Error('asked')) }
    const configuration = open(secrets)
    expect(configuration.hasSecrets()).toBe(false)
    expect((await configuration.read()).stored).toEqual({})
  })
})
