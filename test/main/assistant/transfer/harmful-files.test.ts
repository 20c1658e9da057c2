import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { partSchema } from '../../../../src/contract/conversation'
import { threadFileBounds } from '../../../../src/contract/plain/thread-file-bounds'
import { createAgentLoader } from '../../../../src/main/assistant/agent'
import { openDesk, textOf, type Desk } from '../harness'
import { ada, grace } from '../people'
import { bytesOf, fileCall, fileMessage, threadFile } from './thread-files'
import { exported, rowsByTable, taken } from './transfer-desk'

let desk: Desk | undefined
beforeAll(createAgentLoader(), 60_000)
afterEach(async () => {
  expect(desk?.bugs ?? []).toEqual([])
  await desk?.close()
  desk = undefined
})

const open = async (): Promise<Desk> => {
  desk = await openDesk({ script: () => [{ say: 'Read.' }] })
  return desk
}

describe('a file that means harm', () => {
  test('never touches what is there: ids, owners and titles in it count for nothing', async () => {
    const d = await open()
    const own = await d.ask('Mine')
    await d.rest(own, 'idle')
    const before = exported(d, own)
    const [message] = d.messages(own)
    const threadId = taken(
      d,
      threadFile([fileMessage({ id: message?.id ?? '', threadId: own, owner: grace.owner })], {
        id: own,
        owner: grace.owner,
        identifier: String(grace.identifier),
        title: 'Mine',
      }),
    )
    expect(threadId).not.toBe(own)
    expect(exported(d, own)).toBe(before)
    expect(d.assistant.listThreads(grace)).toEqual({ ok: true, value: [] })
    expect(d.assistant.openThread(grace, threadId, undefined).ok).toBe(false)
    expect(d.messages(threadId).map(({ id }) => id)).not.toContain(message?.id)
  })

  test.each([
    ['no JSON', new TextEncoder().encode('{"format"'), 'import-malformed'],
    ['nothing', new Uint8Array(), 'import-malformed'],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00]), 'import-malformed'],
    ['another format', bytesOf({ format: 'other', version: 1 }), 'import-malformed'],
    ['a newer version', bytesOf({ format: 'onbehalf-thread', version: 2, anything: [] }), 'import-newer'],
    [
      'a call that waits',
      bytesOf(threadFile([fileMessage({ parts: [fileCall({ outcome: 'pending' })] })])),
      'import-malformed',
    ],
    [
      'a call of ours',
      bytesOf(threadFile([fileMessage({ parts: [{ kind: 'tool-call', id: 'x' }] })])),
      'import-malformed',
    ],
    ['a message that is still said', bytesOf(threadFile([fileMessage({ status: 'streaming' })])), 'import-malformed'],
    ['a circle', bytesOf(threadFile([fileMessage({ after: 1 }), fileMessage({ after: 0 })])), 'import-malformed'],
    ['a message after itself', bytesOf(threadFile([fileMessage({ after: 0 })])), 'import-malformed'],
    [
      'a date that is none',
      bytesOf(threadFile([fileMessage({ createdAt: '2026-02-31T00:00:00Z' })])),
      'import-malformed',
    ],
    ['a system message', bytesOf(threadFile([fileMessage({ role: 'system' })])), 'import-malformed'],
    [
      'one huge text',
      bytesOf(threadFile([fileMessage({ parts: [{ kind: 'text', text: 'a'.repeat(threadFileBounds.text + 1) }] })])),
      'import-too-large',
    ],
    [
      '100,000 messages',
      bytesOf({ ...threadFile(), messages: Array.from({ length: 100_000 }, () => ({})) }),
      'import-too-large',
    ],
    [
      'millions of parts that are none',
      bytesOf(
        threadFile(Array.from({ length: 4000 }, () => fileMessage({ parts: Array.from({ length: 1000 }, () => 0) }))),
      ),
      'import-malformed',
    ],
    [
      'too many parts',
      bytesOf(threadFile([fileMessage({ parts: Array.from({ length: 2_000_000 }, () => 0) })])),
      'import-too-large',
    ],
    [
      'too many names',
      bytesOf(
        threadFile([
          fileMessage({ parts: [{ kind: 'connections', providers: Array.from({ length: 2_000_000 }, () => 0) }] }),
        ]),
      ),
      'import-malformed',
    ],
    ['more than 10 MB', new Uint8Array(threadFileBounds.bytes + 1), 'import-too-large'],
    ['deep nesting', new TextEncoder().encode('['.repeat(9_000_000)), 'import-malformed'],
    [
      'arguments of great depth',
      new TextEncoder().encode(
        JSON.stringify(threadFile([fileMessage({ parts: [fileCall({ args: { deep: 'HERE' } })] })])).replace(
          '"HERE"',
          `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
        ),
      ),
      'import-malformed',
    ],
  ] as const)('%s is refused whole, by name', async (_what, bytes, code) => {
    const d = await open()
    expect(d.assistant.importThread(ada, { name: 'chat.json', bytes })).toMatchObject({
      ok: false,
      failure: { code, subject: 'chat.json' },
    })
    expect(Object.values(rowsByTable(d)).every((count) => count === 0)).toBe(true)
  })

  test('keeps its prototype keys to itself, and its hidden characters out of the title', async () => {
    const d = await open()
    const text = JSON.stringify(
      threadFile([fileMessage({ role: 'assistant', parts: [fileCall({ args: { PROTO: { polluted: true } } })] })], {
        title: 'Pay \u202e\u0000\u200binvoice\n\ud800now',
      }),
    ).replaceAll('PROTO', '__proto__')
    const imported = d.assistant.importThread(ada, { name: 'x.json', bytes: new TextEncoder().encode(text) })
    const threadId = imported.ok ? imported.value.threadId : ''
    expect(d.assistant.listThreads(ada)).toMatchObject({ value: [{ title: 'Pay invoice now' }] })
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    const [part] = d.messages(threadId)[0]?.parts ?? []
    expect(partSchema.safeParse(part).success).toBe(true)
    expect(part?.kind === 'imported-call' && Object.keys(part.call.args)).toEqual(['__proto__'])
  })

  test('of as many messages as may be is taken in while one waits, and opens at its end', async () => {
    const d = await open()
    const messages = Array.from({ length: threadFileBounds.messages }, (_, index) =>
      fileMessage({ after: index === 0 ? null : index - 1, parts: [{ kind: 'text', text: `Line ${String(index)}` }] }),
    )
    const threadId = taken(d, threadFile(messages))
    const page = d.messages(threadId)
    expect(page).toHaveLength(50)
    expect(textOf(page.at(-1))).toBe('Line 9999')
  })
})
