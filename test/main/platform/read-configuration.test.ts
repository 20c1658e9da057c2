import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { describeConfiguration } from '../../../src/main/platform/describe-configuration'
import { readConfiguration } from '../../../src/main/platform/read-configuration'

type Values = Readonly<Record<string, string | undefined>>

const complete = {
  SCALEKIT_ENV_URL: 'https://acme.scalekit.com',
  SCALEKIT_CLIENT_ID: 'skc_1',
  SCALEKIT_CLIENT_SECRET: 'hush-hush-hush',
  ONBEHALF_ISSUER: 'https://id.acme.example',
  ONBEHALF_CLIENT_ID: 'desktop',
  OPENAI_API_KEY: 'sk-very-secret',
} as const

const read = (environment: Values, dotenv: Values = {}, stored: Values = {}) =>
  readConfiguration({ environment, dotenv, stored })

describe('the configuration', () => {
  it('is the sandbox when nothing is set, or only blanks', () => {
    expect(read({})).toEqual({ kind: 'sandbox', model: undefined })
    expect(read({ SCALEKIT_ENV_URL: '', ONBEHALF_ISSUER: '  ', PATH: '/bin' })).toEqual({
      kind: 'sandbox',
      model: undefined,
    })
  })

  it('is the sandbox with a real model when only a model is set', () => {
    expect(read({ OPENAI_API_KEY: 'sk-1' })).toMatchObject({
      kind: 'sandbox',
      model: { model: 'gpt-4o', baseUrl: undefined },
    })
    expect(read({ OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1', OPENAI_MODEL: 'qwen3' })).toMatchObject({
      kind: 'sandbox',
      model: { model: 'qwen3', apiKey: undefined, baseUrl: new URL('http://127.0.0.1:11434/v1') },
    })
    expect(read({ OPENAI_MODEL: 'gpt-5' })).toEqual({ kind: 'sandbox', model: undefined })
  })

  it('sends no key to the wrong address: a base URL that can not be understood stops the sandbox too', () => {
    expect(read({ OPENAI_API_KEY: 'sk-1', OPENAI_BASE_URL: 'localhost' })).toEqual({
      kind: 'incomplete',
      missing: [],
      invalid: [{ variable: 'OPENAI_BASE_URL', reason: 'no-address' }],
    })
  })

  it('is configured when everything is there, with the defaults of the rest', () => {
    const configuration = read(complete)
    expect(configuration).toMatchObject({
      kind: 'configured',
      scalekit: { environmentUrl: new URL('https://acme.scalekit.com'), clientId: 'skc_1' },
      issuer: {
        issuer: new URL('https://id.acme.example'),
        clientId: 'desktop',
        sessionUrl: undefined,
        identifierClaim: 'sub',
        redirect: 'scheme',
      },
      verifyUrl: undefined,
      model: { model: 'gpt-4o', baseUrl: undefined },
    })
    expect(configuration.kind === 'configured' && configuration.scalekit.clientSecret.reveal()).toBe('hush-hush-hush')
    expect(configuration.kind === 'configured' && configuration.model.apiKey?.reveal()).toBe('sk-very-secret')
  })

  it('takes every other variable too', () => {
    const more = {
      ONBEHALF_SESSION_URL: 'https://api.acme.example/me?v=1',
      ONBEHALF_IDENTIFIER_CLAIM: 'https://acme.example/employee',
      ONBEHALF_VERIFY_URL: 'https://intranet.acme.example/verify',
      ONBEHALF_REDIRECT: 'loopback',
      OPENAI_MODEL: 'gpt-5',
    }
    expect(read({ ...complete, ...more })).toMatchObject({
      issuer: {
        sessionUrl: new URL(more.ONBEHALF_SESSION_URL),
        identifierClaim: more.ONBEHALF_IDENTIFIER_CLAIM,
        redirect: 'loopback',
      },
      verifyUrl: new URL(more.ONBEHALF_VERIFY_URL),
      model: { model: 'gpt-5' },
    })
  })

  it('prefers the environment to the .env file, and that to Settings', () => {
    const found = read(
      { ...complete, SCALEKIT_CLIENT_ID: '' },
      { SCALEKIT_CLIENT_ID: 'from-dotenv', ONBEHALF_CLIENT_ID: 'never' },
      { SCALEKIT_CLIENT_ID: 'never', OPENAI_MODEL: 'from-settings' },
    )
    expect(found).toMatchObject({
      scalekit: { clientId: 'from-dotenv' },
      issuer: { clientId: 'desktop' },
      model: { model: 'from-settings' },
    })
  })

  it.each(Object.keys(complete))('is incomplete without %s, and says so', (variable) => {
    expect(read({ ...complete, [variable]: undefined })).toEqual({
      kind: 'incomplete',
      missing: [variable],
      invalid: [],
    })
  })

  it('needs no key for a model at an address of its own', () => {
    const { OPENAI_API_KEY: _, ...rest } = complete
    expect(read({ ...rest, OPENAI_BASE_URL: 'http://localhost:1234/v1' }).kind).toBe('configured')
  })

  it('names what is missing and what is wrong at once', () => {
    expect(read({ ONBEHALF_ISSUER: 'id.acme.example', ONBEHALF_REDIRECT: 'popup' })).toEqual({
      kind: 'incomplete',
      missing: [
        'SCALEKIT_ENV_URL',
        'SCALEKIT_CLIENT_ID',
        'SCALEKIT_CLIENT_SECRET',
        'ONBEHALF_CLIENT_ID',
        'OPENAI_API_KEY',
      ],
      invalid: [
        { variable: 'ONBEHALF_ISSUER', reason: 'no-address' },
        { variable: 'ONBEHALF_REDIRECT', reason: 'not-a-redirect' },
      ],
    })
  })

  it.each([
    ['ONBEHALF_ISSUER', 'http://id.acme.example', 'insecure'],
    ['SCALEKIT_ENV_URL', 'http://127.0.0.1.evil.example', 'insecure'],
    ['SCALEKIT_ENV_URL', 'ftp://acme.example', 'no-address'],
    ['SCALEKIT_ENV_URL', 'https://ada:pw@acme.example', 'has-user'],
    ['ONBEHALF_ISSUER', 'https://acme.example/?tenant=1', 'has-query'],
    ['ONBEHALF_VERIFY_URL', 'https://acme.example/#verify', 'has-hash'],
    ['SCALEKIT_CLIENT_SECRET', 'two words', 'not-a-word'],
  ])('refuses %s=%s', (variable, text, reason) => {
    expect(read({ ...complete, [variable]: text })).toEqual({
      kind: 'incomplete',
      missing: [],
      invalid: [{ variable, reason }],
    })
  })

  it('allows http on this computer only', () => {
    for (const ONBEHALF_ISSUER of ['http://127.0.0.1:4000', 'http://localhost:4000', 'http://[::1]:4000']) {
      expect(read({ ...complete, ONBEHALF_ISSUER }).kind).toBe('configured')
    }
  })

  it('never echoes a secret', () => {
    const wrong = { ...complete, SCALEKIT_CLIENT_SECRET: 'hush hush hush', OPENAI_API_KEY: 'sk very secret' }
    for (const found of [read(complete), read(wrong)]) {
      expect(`${JSON.stringify(found)} ${inspect(found, { depth: 9, showHidden: true })}`).not.toMatch(
        /hush|very.secret/,
      )
    }
  })
})

describe('the description of the configuration', () => {
  it('names the source of every variable, and the text of those that are no secret', () => {
    const entries = describeConfiguration({
      environment: { SCALEKIT_ENV_URL: 'https://acme.scalekit.com', SCALEKIT_CLIENT_SECRET: 'hush' },
      dotenv: { OPENAI_API_KEY: 'sk-1', OPENAI_MODEL: ' gpt-5 ' },
      stored: { ONBEHALF_ISSUER: 'https://ada:pw@id.example' },
    })
    const set = entries.filter(({ source }) => source !== 'none')
    expect(entries).toHaveLength(12)
    expect(set).toEqual([
      { variable: 'SCALEKIT_ENV_URL', secret: false, source: 'environment', value: 'https://acme.scalekit.com' },
      { variable: 'SCALEKIT_CLIENT_SECRET', secret: true, source: 'environment' },
      { variable: 'ONBEHALF_ISSUER', secret: false, source: 'settings' },
      { variable: 'OPENAI_API_KEY', secret: true, source: 'dotenv' },
      { variable: 'OPENAI_MODEL', secret: false, source: 'dotenv', value: 'gpt-5' },
    ])
  })
})
