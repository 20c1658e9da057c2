import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jsonSchema, type Json, type JsonObject } from '../../../src/contract/json'
import { createArgumentsCheck } from '../../../src/main/assistant/arguments'
import { hashArguments } from '../../../src/main/assistant/arguments-hash'
import { boundJson } from '../../../src/main/assistant/bounded-json'
import { modelFailureOf } from '../../../src/main/assistant/model-failure'
import { decideCall } from '../../../src/main/assistant/policy'
import { runEventOf } from '../../../src/main/assistant/stream'
import { threadTitle, toolTitle } from '../../../src/main/assistant/titles'
import { accountIn, saysWhoAsks } from '../../../src/main/assistant/account-words'

const anyJson = fc.jsonValue().map((value) => jsonSchema.parse(JSON.parse(JSON.stringify(value))))

describe('policy', () => {
  test('only a read or what was granted runs by itself, never after text by others, never with arguments that do not fit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('read', 'write', 'destructive', 'open-world'),
        fc.boolean(),
        fc.record({ occurrence: fc.integer({ min: 1, max: 6 }), granted: fc.boolean(), thirdParty: fc.boolean() }),
        (risk, argumentsValid, { occurrence, granted, thirdParty }) => {
          const { kind } = decideCall({ risk, argumentsValid, occurrence, ofTool: occurrence, granted, thirdParty })
          expect(kind === 'refuse').toBe(!argumentsValid || occurrence > 3)
          if (kind === 'run') expect(risk).toBe('read')
          if (kind === 'granted') expect([granted, thirdParty, risk === 'read']).toEqual([true, false, false])
          if (kind === 'ask') expect([risk === 'read', granted && !thirdParty]).toEqual([false, false])
        },
      ),
    )
  })
})

describe('the hash of arguments', () => {
  test('does not depend on the order of keys, and on nothing else but the values', () => {
    const shuffled = (value: Json): Json =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .toReversed()
              .map(([key, field]) => [key, shuffled(field)]),
          )
        : value
    fc.assert(
      fc.property(anyJson, anyJson, (a, b) => {
        expect(hashArguments({ a: shuffled(a) })).toBe(hashArguments({ a }))
        if (JSON.stringify(a) !== JSON.stringify(b) && JSON.stringify(shuffled(a)) !== JSON.stringify(b))
          fc.pre(typeof a !== 'object' || typeof b !== 'object')
        else return
        expect(hashArguments({ a })).not.toBe(hashArguments({ a: b }))
      }),
    )
  })
})

describe('arguments', () => {
  const check = createArgumentsCheck()
  const closed: JsonObject = {
    type: 'object',
    properties: { id: { type: 'string' } },
    required: ['id'],
    additionalProperties: false,
  }
  const open: JsonObject = { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] }

  test('that fit come back as they are, unknown ones where the schema allows them included', async () => {
    expect(await check.parse({ id: 'a', resumeData: { x: 1 } }, open)).toEqual({
      ok: true,
      value: { id: 'a', resumeData: { x: 1 } },
    })
  })

  test('that the schema does not know are refused where it is closed', async () => {
    expect(await check.parse({ id: 'a', purge: true }, closed)).toMatchObject({
      failure: { code: 'arguments-invalid' },
    })
  })

  test.each([[{}], [{ id: 5 }], ['text'], [[1]], [null]])('%j do not fit', async (args) => {
    expect(await check.parse(args, open)).toMatchObject({ ok: false, failure: { code: 'arguments-invalid' } })
  })

  test('are taken as they are when the schema itself makes no sense', async () => {
    expect(await check.parse({ id: 1 }, { type: 'nonsense' })).toEqual({ ok: true, value: { id: 1 } })
  })

  test.each([
    ['http://json-schema.org/draft-04/schema#'],
    ['http://json-schema.org/draft-07/schema#'],
    ['https://json-schema.org/draft/2020-12/schema'],
  ])('are checked against a schema of %s', async ($schema) => {
    expect(await check.parse({ id: 1 }, { ...open, $schema })).toMatchObject({ ok: false })
    expect(await check.parse({ id: '1' }, { ...open, $schema })).toMatchObject({ ok: true })
  })
})

describe('a result that is too long', () => {
  test('is shortened to about the limit, says so, and stays JSON of the same kind', () => {
    fc.assert(
      fc.property(anyJson, fc.integer({ min: 10, max: 500 }), (value, limit) => {
        const bounded = boundJson(value, limit)
        const length = JSON.stringify(bounded.value).length
        if (!bounded.truncated && JSON.stringify(value).length <= limit) expect(bounded.value).toEqual(value)
        expect(length).toBeLessThanOrEqual(Math.max(limit * 7, 700))
        expect(Array.isArray(bounded.value)).toBe(Array.isArray(value))
      }),
    )
    const long = boundJson({ items: Array.from({ length: 1000 }, (_, id) => ({ id, name: 'x'.repeat(50) })) }, 5000)
    expect(long.truncated).toBe(true)
    expect(JSON.stringify(long.value).length).toBeLessThan(6000)
    expect(JSON.stringify(long.value)).toContain('{"items":[{"id":0,')
  })
})

describe('titles', () => {
  test.each([
    ['Hello', 'Hello'],
    ['  two\nlines ', 'two lines'],
    ['word '.repeat(20), 'word word word word word word word word word word word word…'],
  ])('of a thread: %j', (text, title) => {
    expect(threadTitle(text)).toBe(title)
  })

  test.each([
    ['monday_item_create', 'monday item create', 'MONDAY', 'Create item'],
    ['monday_items_list', '', 'MONDAY', 'List items'],
    ['intercom_reply_to_conversation', 'intercom reply to conversation', 'INTERCOM', 'Reply to conversation'],
    ['do_it', 'Do it nicely', 'OTHER', 'Do it nicely'],
  ])('of %s', (...[tool, title, provider, shown]) => {
    expect(toolTitle(tool, title, provider)).toBe(shown)
  })
})

describe('whose account', () => {
  test('is read from what Monday.com and Intercom say about "me"', () => {
    expect(accountIn({ me: { id: '1', name: 'Ada', email: 'a@x.example', account: { name: 'Acme' } } })).toEqual({
      label: 'Ada',
      email: 'a@x.example',
      id: '1',
      tenant: 'Acme',
    })
    expect(
      accountIn({ type: 'admin', name: 'Ada', email: 'a@x.example', app: { type: 'app', name: 'Acme Support' } }),
    ).toEqual({ label: 'Ada', email: 'a@x.example', tenant: 'Acme Support' })
    expect(accountIn({ nothing: [] })).toBeUndefined()
  })

  test.each([
    [{ user: { login: 'ada', organization: 'Acme' } }, { label: 'ada', tenant: 'Acme' }],
    [
      { ok: true, real_name: 'Ada', team: { name: 'Acme' } },
      { label: 'Ada', tenant: 'Acme' },
    ],
    [
      { displayName: 'Ada', mail: 'a@x.example' },
      { label: 'Ada', email: 'a@x.example' },
    ],
  ])('is read from what other providers say: %j', (said, account) => {
    expect(accountIn(said)).toEqual(account)
  })

  test.each([
    ['monday_me_get', true],
    ['intercom_identify_admin', true],
    ['slack_whoami', true],
    ['github_get_current_user', true],
    ['github_get_user', false],
    ['monday_name_get', false],
  ])('is asked of %s: %s', (name, asked) => {
    expect(saysWhoAsks({ name, schema: { type: 'object' } })).toBe(asked)
    expect(saysWhoAsks({ name, schema: { type: 'object', required: ['id'] } })).toBe(false)
  })
})

describe('a failure of the model', () => {
  test.each([
    [{ statusCode: 401, message: 'bad key sk-123456789' }, 'model-key'],
    [{ statusCode: 429 }, 'model-rate-limited'],
    [{ statusCode: 503, message: 'overloaded' }, 'model-failed'],
    [Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } }), 'model-unreachable'],
    [Object.assign(new TypeError('fetch failed'), { cause: { code: 'EAI_AGAIN' } }), 'network-down'],
    [new Error('anything'), 'model-failed'],
    [undefined, 'model-failed'],
  ])('%j is told apart', (error, code) => {
    expect(modelFailureOf(error).code).toBe(code)
  })

  test('is told without anything that looks like a key', () => {
    const detail = modelFailureOf(
      new Error('key sk-proj-abcdef1234567890 or AIzaSyA1234567890abcdefghijklmnopqrstuv'),
    ).detail
    expect(detail).toBe('key [secret] or [secret]')
  })
})

describe('a chunk of the stream', () => {
  test.each([
    [
      { type: 'text-delta', payload: { id: '1', text: 'a' } },
      { kind: 'text', text: 'a' },
    ],
    [
      { type: 'reasoning-delta', payload: { id: '1', text: 'a' } },
      { kind: 'reasoning', text: 'a' },
    ],
    [
      { type: 'tool-call', payload: { toolCallId: 'c', toolName: 't', args: { a: 1 } } },
      { kind: 'call', callId: 'c', tool: 't', args: { a: 1 } },
    ],
    [
      { type: 'tool-error', payload: { toolCallId: 'c' } },
      { kind: 'answered', callId: 'c' },
    ],
    [
      { type: 'finish', payload: { stepResult: { reason: 'stop' } } },
      { kind: 'finish', reason: 'stop' },
    ],
    [{ type: 'step-start', payload: {} }, null],
    [{ type: 'text-delta', payload: {} }, null],
    ['nonsense', null],
  ])('%j', (chunk, event) => {
    expect(runEventOf(chunk)).toEqual(event)
  })
})
