import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ConnectionsState } from '../../../src/contract/connections'
import type { Message, Part, ToolCall } from '../../../src/contract/conversation'
import { ok } from '../../../src/contract/result'
import type { Assistant } from '../../../src/main/assistant/assistant'
import { createAssistant } from '../../../src/main/assistant/create-assistant'
import { ownerOf } from '../../../src/main/identity/owner'
import { parseIdentifier } from '../../../src/main/identity/parse-identifier'
import type { Session } from '../../../src/main/identity/session'
import { systemClock } from '../../../src/main/platform/clock'
import { openDatabase } from '../../../src/main/platform/database'
import { secret } from '../../../src/main/platform/secret'
import { createDirectScalekit } from '../../../src/main/scalekit/direct-scalekit'
import type { Sandbox } from '../../../src/sandbox/sandbox'
import { startSandbox } from '../../../src/sandbox/start-sandbox'
import { ada, ben } from '../../../src/sandbox/people'
import { clientOf, connectAccount } from '../../sandbox/fixtures'

const folder = mkdtempSync(join(tmpdir(), 'onbehalf-'))

const sessionOf = (person: typeof ada): Session => {
  const identifier = parseIdentifier({ sub: person.identifier }, 'sub')
  if (identifier === null) throw new Error('not an identifier')
  return { identifier, owner: ownerOf('https://issuer.example', identifier), person: { name: person.name } }
}

const connected = (name: string, providerName: string): ConnectionsState['connections'][number] => ({
  name,
  provider: name.toUpperCase(),
  providerName,
  status: 'connected',
  connecting: false,
})
const state: ConnectionsState = {
  kind: 'ready',
  connections: [connected('monday', 'Monday.com'), connected('intercom', 'Intercom')],
}

let sandbox: Sandbox
let assistant: Assistant
let session: Session = sessionOf(ada)
const watchers = new Set<() => void>()

beforeAll(async () => {
  sandbox = await startSandbox({ directory: folder })
  for (const { identifier } of [ada, ben]) {
    for (const connection of ['monday', 'intercom']) await connectAccount(clientOf(sandbox), identifier, connection)
  }
  const { environmentUrl, clientId, clientSecret } = sandbox.scalekit
  const settings = { environmentUrl, clientId, clientSecret: secret(clientSecret) }
  assistant = createAssistant({
    database: openDatabase(join(folder, 'onbehalf.db')).database,
    scalekit: createDirectScalekit({ settings }),
    connections: {
      state: () => state,
      refresh: () => Promise.resolve(state),
      onChange: () => () => undefined,
      noteStatus: () => undefined,
    },
    ensureSession: () => Promise.resolve(ok(session)),
    model: () => Promise.resolve(ok(sandbox.model)),
    clock: systemClock,
    newId: randomUUID,
    log: {
      info: () => undefined,
      problem: () => undefined,
      error: (event, error) => {
        throw new Error(event, { cause: error })
      },
    },
  })
  assistant.onEvents(() => {
    for (const watch of [...watchers]) watch()
  })
  await assistant.prepare()
}, 60_000)

afterAll(async () => {
  assistant.stopAll()
  await sandbox.close()
})

const read = (threadId: string): { readonly run: string; readonly messages: Message[] } => {
  const page = assistant.openThread(session, threadId, undefined)
  if (!page.ok) throw new Error(page.failure.code)
  return { run: page.value.thread.run, messages: page.value.messages }
}

const until = <T>(look: () => T | undefined | false): Promise<T> =>
  new Promise((resolve) => {
    const check = (): void => {
      const found = look()
      if (found === undefined || found === false) return
      watchers.delete(check)
      resolve(found)
    }
    watchers.add(check)
    check()
  })

const partsOf = (threadId: string): Part[] => read(threadId).messages.flatMap(({ parts }) => parts)
const callsOf = (threadId: string): ToolCall[] =>
  partsOf(threadId).flatMap((part) => (part.kind === 'tool-call' ? [part.call] : []))
const saidIn = (threadId: string): string =>
  partsOf(threadId)
    .map((part) => (part.kind === 'text' ? part.text : ''))
    .join(' ')

const ask = async (text: string): Promise<string> => {
  const sent = await assistant.send(session, { threadId: null, messageId: randomUUID(), text })
  if (!sent.ok) throw new Error(sent.failure.code)
  return sent.value.threadId
}

const card = (threadId: string): Promise<ToolCall> =>
  until(() => callsOf(threadId).find((call) => call.state === 'pending' && call.account.workspace !== undefined))

const approve = async (threadId: string, call: ToolCall): Promise<void> => {
  await assistant.approve(session, call.id, call.args)
  await until(() => {
    const { run, messages } = read(threadId)
    const last = messages.at(-1)
    const answered = last?.parts.every((part) => part.kind !== 'tool-call' || part.call.id !== call.id)
    return run === 'idle' && last?.status === 'complete' && answered
  })
}

test('an item is created in the person’s own workspace once they approve, and its id is told', async () => {
  const threadId = await ask('Create an item ‘Q3 launch brief’ on the Marketing board')
  const call = await card(threadId)
  expect(call).toMatchObject({
    tool: 'monday_item_create',
    risk: 'write',
    providerName: 'Monday.com',
    account: { label: ada.name, email: ada.email },
    args: { item_name: 'Q3 launch brief' },
  })
  await approve(threadId, call)
  const done = callsOf(threadId).find(({ id }) => id === call.id)
  expect(done?.state).toBe('done')
  const id = /"id":"(\d+)"/.exec(JSON.stringify(done?.result?.value))?.[1]
  expect(saidIn(threadId)).toContain(id)
}, 20_000)

test('a customer is replied to once the person approves what will be sent', async () => {
  const threadId = await ask(
    'Reply to the latest conversation from lena.fischer@example.com that the refund is on its way',
  )
  const call = await card(threadId)
  expect(call).toMatchObject({ tool: 'intercom_reply_to_conversation', risk: 'open-world', providerName: 'Intercom' })
  await approve(threadId, call)
  expect(callsOf(threadId).find(({ id }) => id === call.id)?.state).toBe('done')
}, 20_000)

test('somebody else with fewer rights sees nothing of it and is refused by the tool', async () => {
  session = sessionOf(ben)
  expect(assistant.listThreads(session)).toEqual({ ok: true, value: [] })
  const threadId = await ask('What is on the Marketing board?')
  await until(() => read(threadId).run === 'idle' && read(threadId).messages.at(-1)?.status === 'complete')
  expect(saidIn(threadId)).not.toContain('Q3 launch brief')
  expect(saidIn(threadId)).not.toBe('')
  session = sessionOf(ada)
}, 20_000)
