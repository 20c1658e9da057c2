import { describe, expect, test } from 'vitest'
import { redactArguments } from '../../../src/main/assistant/redact-arguments'

const hidden = '[redacted]'

describe('secrets among arguments', () => {
  test('are left out when their schema says so, wherever it says it', () => {
    const schema = {
      type: 'object',
      properties: {
        note: { type: 'string' },
        key: { type: 'string', writeOnly: true },
        entry: { anyOf: [{ type: 'null' }, { type: 'string', format: 'password' }] },
        linked: { $ref: '#/$defs/secretText' },
        rows: { type: 'array', items: { type: 'object', properties: { code: { type: 'string', writeOnly: true } } } },
      },
      additionalProperties: { type: 'string', format: 'password' },
      $defs: { secretText: { type: 'string', writeOnly: true } },
    }
    expect(
      redactArguments(
        { note: 'Hello', key: 'a', entry: 'b', linked: 'c', rows: [{ code: 'd', n: 1 }], other: 'e' },
        schema,
      ),
    ).toEqual({
      note: 'Hello',
      key: hidden,
      entry: hidden,
      linked: hidden,
      rows: [{ code: hidden, n: 1 }],
      other: hidden,
    })
  })

  test('are left out when their name says so', () => {
    const args = {
      password: 'x',
      accessToken: 'x',
      client_secret: 'x',
      api_key: 'x',
      'api-key': 'x',
      Authorization: 'x',
    }
    expect(redactArguments(args, {})).toEqual(Object.fromEntries(Object.keys(args).map((name) => [name, hidden])))
    expect(redactArguments({ board_id: '4400100', email: 'ada@northwind.example', author: 'Ada' }, {})).toEqual({
      board_id: '4400100',
      email: 'ada@northwind.example',
      author: 'Ada',
    })
  })

  test('are left out when they look like one, in the middle of a text too', () => {
    const args = {
      body: 'Use Bearer abcdef123456 or sk-live-0123456789abcdef, please',
      link: 'https://x.example/?access_token=abc123&page=2',
    }
    expect(redactArguments(args, {})).toEqual({
      body: `Use ${hidden} or ${hidden}, please`,
      link: `https://x.example/?access_token=${hidden}&page=2`,
    })
  })

  test('are left out of JSON that is given as text', () => {
    expect(redactArguments({ values: '{"status":"Done","password":"hunter2"}' }, {})).toEqual({
      values: `{"status":"Done","password":"${hidden}"}`,
    })
  })

  test('do not keep the rest of a very long text', () => {
    const { text } = redactArguments({ text: 'a'.repeat(5000) }, {})
    expect(text).toBe(`${'a'.repeat(4000)}… [1000 more characters]`)
  })
})
