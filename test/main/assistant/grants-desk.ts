import { expect } from 'vitest'
import { z } from 'zod'
import type { ToolCall } from '../../../src/contract/conversation'
import type { Grant } from '../../../src/contract/grants'
import type { JsonObject } from '../../../src/contract/json'
import type { GrantDuration } from '../../../src/contract/trust'
import type { Session } from '../../../src/main/identity/session'
import { done } from './fake-scalekit'
import { openDesk, type Desk, type Setting } from './harness'
import type { Answer, Asked } from './model-endpoint'
import { ada } from './people'

const piecesSchema = z.array(z.object({ call: z.string(), args: z.unknown() }))
const contentSchema = z.union([z.string(), z.array(z.object({ text: z.string() })).transform((all) => all[0]?.text)])

/** A model that calls what the last message says, once, and then says that it is done. */
export const obey = (asked: Asked): Answer => {
  const last = asked.messages.at(-1)
  if (last?.role !== 'user') return [{ say: 'Done.' }]
  return piecesSchema.parse(JSON.parse(contentSchema.parse(last.content) ?? '[]'))
}

/** An item on a board, as the model asks for it. */
export const item = (board: string, name: string): { readonly call: string; readonly args: JsonObject } => ({
  call: 'monday_item_create',
  args: { board_id: board, item_name: name },
})

/** A desk on which things are allowed from now on. */
export type GrantsDesk = Desk & {
  readonly order: (calls: readonly { call: string; args: JsonObject }[], threadId?: string) => Promise<string>
  readonly last: (threadId: string) => ToolCall
  /** Waits until the last call of a thread is in this state and nothing is on its way. */
  readonly lastIs: (threadId: string, state: ToolCall['state'], name?: string) => Promise<ToolCall>
  readonly allow: (call: ToolCall, always: GrantDuration, by?: Session) => Promise<void>
  readonly granted: (by?: Session) => Grant[]
  readonly writes: () => readonly JsonObject[]
}

/** Opens it. */
export const openGrantsDesk = async (setting: Partial<Setting> = {}): Promise<GrantsDesk> => {
  const desk = await openDesk({ script: obey, answer: () => done({ id: '57' }), ...setting })
  const last = (threadId: string): ToolCall => {
    const call = desk.calls(threadId).at(-1)
    if (call === undefined) throw new Error('no call')
    return call
  }
  return {
    ...desk,
    last,
    order: (calls, threadId) => desk.ask(JSON.stringify(calls), threadId),
    lastIs: (threadId, state, name) =>
      desk.until(() => {
        const call = desk.calls(threadId).at(-1)
        if (name !== undefined && call?.args['item_name'] !== name) return undefined
        return call?.state === state && (state !== 'pending' || call.grant === undefined) && call
      }),
    allow: async (call, always, by = ada) => {
      expect(await desk.assistant.approveAlways(by, call.id, { args: call.args, always })).toMatchObject({ ok: true })
    },
    granted: (by = ada) => {
      const listed = desk.assistant.listGrants(by)
      return listed.ok ? listed.value : []
    },
    writes: () => desk.scalekit.executions.filter(({ mayWrite }) => mayWrite).map(({ args }) => args),
  }
}

/** A desk on which items on board 1 were just allowed, and the thread in which that was. */
export const openAllowed = async (
  always: GrantDuration,
  setting: Partial<Setting> = {},
): Promise<{ readonly desk: GrantsDesk; readonly threadId: string }> => {
  const desk = await openGrantsDesk(setting)
  const threadId = await desk.order([item('1', 'first')])
  const call = await desk.lastIs(threadId, 'pending')
  await desk.until(() => desk.last(threadId).account.label)
  await desk.allow(call, always)
  await desk.lastIs(threadId, 'done')
  await desk.rest(threadId, 'idle')
  return { desk, threadId }
}
