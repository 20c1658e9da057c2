import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLogger } from '../../../src/main/platform/logger'
import { redact } from '../../../src/main/platform/redaction'
import { fakeClock } from './fake-clock'

const clock = fakeClock(Date.UTC(2025, 0, 2, 3, 4, 5))

const open = (maximumBytes?: number) => {
  const path = join(mkdtempSync(join(tmpdir(), 'onbehalf-log-')), 'logs', 'onbehalf.log')
  const log = createLogger({ path, clock, ...(maximumBytes === undefined ? {} : { maximumBytes }) })
  return { path, log, text: () => readFileSync(path, 'utf8') }
}

describe('the log', () => {
  it('says what happened, line by line, for this user only', () => {
    const { log, text, path } = open()
    log.info('started', { version: '0.1.0', windows: 1 })
    log.problem('signed out', { code: 'session-expired' })
    expect(text()).toBe(
      '2025-01-02T03:04:05.000Z info started {"version":"0.1.0","windows":1}\n' +
        '2025-01-02T03:04:05.000Z problem signed out {"code":"session-expired"}\n',
    )
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('tells where a bug is, with its cause', () => {
    const { log, text } = open()
    log.error('run', new Error('outer', { cause: new TypeError('inner') }))
    expect(text()).toMatch(/error run Error: outer\n {6}at .*\n[^]*caused by TypeError: inner/)
  })

  it('hides what it was told to, and what looks like a secret', () => {
    const { log, text } = open()
    log.hide('correct horse')
    log.problem('asked', { text: 'correct horse, Bearer abcdefghijkl, ada@example.com' })
    log.error('asked', new Error('https://id.example/cb?code=abc123&state=xyz'))
    expect(text()).not.toMatch(/horse|abcdefghijkl|ada@|abc123|xyz/)
  })

  it('stays small: one old file, one new one', () => {
    const { log, path, text } = open(1000)
    for (let line = 0; line < 100; line += 1) log.info('line', { line })
    expect(statSync(path).size).toBeLessThanOrEqual(1000)
    expect(statSync(`${path}.old`).size).toBeLessThanOrEqual(1000)
    expect(text()).toContain('{"line":99}')
  })

  it('never stops the app when it can not write', () => {
    const folder = mkdtempSync(join(tmpdir(), 'onbehalf-log-'))
    writeFileSync(join(folder, 'logs'), 'in the way')
    const log = createLogger({ path: join(folder, 'logs', 'onbehalf.log'), clock })
    expect(() => {
      log.info('started')
    }).not.toThrow()
  })
})

describe('redaction', () => {
  it.each([
    'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl',
    'sk-proj-abcdefgh12345678',
    'refresh_token=abc',
    '"client_secret": "abc"',
    'Authorization: Bearer abcdef123456',
    'hkR3qV9sZ1xW5yT7uB2nM8cD4fG6jK0L',
  ])('takes out %s', (text) => {
    expect(redact(`before ${text} after`)).toMatch(/^before .*\[redacted\].* after$/)
    expect(redact(text)).not.toMatch(/eyJhbG|abcdefgh|abc"?$|abcdef123456|hkR3qV9s/)
  })

  it('leaves ordinary words alone', () => {
    for (const text of ['issuer-unreachable 127.0.0.1:4000', 'at start (/srv/onbehalf/out/main/index.cjs:12:34)']) {
      expect(redact(text)).toBe(text)
    }
  })

  it('leaves no known secret in any text', () => {
    const known = fc.string({ minLength: 6, maxLength: 40 })
    fc.assert(
      fc.property(known, fc.string(), fc.string(), (text, before, after) => {
        fc.pre(!'[redacted]'.includes(text) && !text.includes('[redacted]'))
        expect(redact(`${before}${text}${after}`, [text])).not.toContain(text)
      }),
    )
  })
})
