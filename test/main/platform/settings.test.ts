import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Failure } from '../../../src/contract/failure'
import { readDotenv } from '../../../src/main/platform/dotenv'
import { openSettings } from '../../../src/main/platform/settings'
import { fakeClock } from './fake-clock'

const folder = () => mkdtempSync(join(tmpdir(), 'onbehalf-settings-'))
const clock = fakeClock(Date.UTC(2025, 0, 2, 3, 4, 5))
const asideName = 'settings.json.unreadable-2025-01-02T03-04-05.000Z'

const open = (directory: string) => {
  const failures: Failure[] = []
  const settings = openSettings({
    directory,
    clock,
    report: (failure) => {
      failures.push(failure)
    },
  })
  return { settings, failures }
}

const defaults = {
  preferences: {
    theme: 'system',
    language: 'system',
    contrast: 'system',
    guide: 'open',
    notifications: 'on',
    notificationContent: 'hidden',
    quickAskShortcut: 'CommandOrControl+Shift+Space',
    shortcuts: {},
  },
  configuration: {},
  told: [],
}

describe('settings', () => {
  it('start with the defaults, and write nothing before something is saved', () => {
    const directory = folder()
    const { settings, failures } = open(directory)
    expect(settings.read()).toEqual(defaults)
    expect(failures).toEqual([])
    expect(readdirSync(directory)).toEqual([])
  })

  it('are there again at the next start, for this user only', () => {
    const directory = join(folder(), 'deeper')
    const saved = open(directory).settings.save({
      preferences: { theme: 'dark', quickAskShortcut: 'Alt+Space' },
      configuration: { ONBEHALF_ISSUER: 'https://id.example' },
    })
    expect(saved.ok).toBe(true)
    expect(open(directory).settings.read()).toEqual({
      preferences: { ...defaults.preferences, theme: 'dark', quickAskShortcut: 'Alt+Space' },
      configuration: { ONBEHALF_ISSUER: 'https://id.example' },
      told: [],
    })
    expect(statSync(join(directory, 'settings.json')).mode & 0o777).toBe(0o600)
    expect(readdirSync(directory)).toEqual(['settings.json'])
  })

  it('keep what a newer version wrote beside them', () => {
    const directory = folder()
    writeFileSync(join(directory, 'settings.json'), JSON.stringify({ ...defaults, later: { kept: true } }))
    open(directory).settings.save({ preferences: { theme: 'light', quickAskShortcut: 'Alt+Space' } })
    expect(JSON.parse(readFileSync(join(directory, 'settings.json'), 'utf8'))).toMatchObject({ later: { kept: true } })
  })

  it('keep every other choice when one of them can not be understood, or is not there yet', () => {
    const directory = folder()
    const preferences = { theme: 'pink', quickAskShortcut: 'Alt+Space', later: 'kept' }
    writeFileSync(join(directory, 'settings.json'), JSON.stringify({ preferences }))
    const { settings, failures } = open(directory)
    expect(failures).toEqual([])
    expect(settings.read().preferences).toEqual({
      ...defaults.preferences,
      quickAskShortcut: 'Alt+Space',
      later: 'kept',
    })
    writeFileSync(join(directory, 'settings.json'), JSON.stringify({ preferences: { theme: 'dark' } }))
    expect(open(directory).settings.read().preferences).toEqual({ ...defaults.preferences, theme: 'dark' })
  })

  it('change one choice and leave the others', () => {
    const { settings } = open(folder())
    settings.save({ preferences: { quickAskShortcut: 'Alt+Space' } })
    settings.save({ preferences: { theme: 'dark' } })
    expect(settings.read().preferences).toEqual({
      ...defaults.preferences,
      theme: 'dark',
      quickAskShortcut: 'Alt+Space',
    })
  })

  it.each(['', 'not JSON', '[]', '{"preferences":5}', '{"configuration":{"OPENAI_API_KEY":"sk-1"}}'])(
    'that can not be understood are kept under another name: %s',
    (text) => {
      const directory = folder()
      writeFileSync(join(directory, 'settings.json'), text)
      const { settings, failures } = open(directory)
      expect(settings.read()).toEqual(defaults)
      expect(readFileSync(join(directory, asideName), 'utf8')).toBe(text)
      expect(failures).toEqual([
        {
          code: 'settings-unreadable',
          subject: 'settings.json',
          action: { kind: 'show-file', path: join(directory, asideName) },
        },
      ])
      expect(settings.save({ configuration: {} }).ok).toBe(true)
    },
  )

  it('are kept beside an earlier file that was kept in the same second', () => {
    const directory = folder()
    for (const text of ['one', 'two']) {
      writeFileSync(join(directory, 'settings.json'), text)
      open(directory)
    }
    expect(readFileSync(join(directory, asideName), 'utf8')).toBe('one')
    expect(readFileSync(join(directory, `${asideName}-2`), 'utf8')).toBe('two')
  })

  it('say so when they can not be written, and hold for now', () => {
    const directory = folder()
    const { settings } = open(directory)
    mkdirSync(join(directory, 'settings.json'))
    const saved = settings.save({ preferences: { theme: 'dark', quickAskShortcut: 'Alt+Space' } })
    expect(saved).toMatchObject({ ok: false, failure: { code: 'not-saved', subject: 'settings.json' } })
    expect(settings.read().preferences.theme).toBe('dark')
  })
})

describe('the .env file', () => {
  it('is read when it is there', () => {
    const path = join(folder(), '.env')
    expect(readDotenv(path)).toEqual({ ok: true, value: {} })
    writeFileSync(path, '# mine\nOPENAI_MODEL="gpt 5"\nOPENAI_API_KEY=sk-1\n')
    chmodSync(path, 0o600)
    expect(readDotenv(path)).toEqual({ ok: true, value: { OPENAI_MODEL: 'gpt 5', OPENAI_API_KEY: 'sk-1' } })
  })

  it('that can not be read is said to be', () => {
    const path = join(folder(), '.env')
    mkdirSync(path)
    expect(readDotenv(path)).toMatchObject({ ok: false, failure: { code: 'settings-unreadable', subject: '.env' } })
  })
})
