import type { Page } from '@playwright/test'
import { z } from 'zod'
import { activityPageSchema } from '../../../src/contract/activity'
import { appStateSchema, type AppState } from '../../../src/contract/app-state'

const replySchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), failure: z.object({ code: z.string() }) }),
])

/** What a call over the bridge came to. */
export type BridgeReply = z.infer<typeof replySchema>

/** Calls a capability as the window's own script would, whatever the screen shows. */
export const callBridge = async (page: Page, capability: string, request?: unknown): Promise<BridgeReply> => {
  const reply: unknown = await page.evaluate(
    async ([name, argument]) => {
      const bridge: unknown = Reflect.get(window, 'onbehalf')
      const call: unknown =
        typeof bridge === 'object' && bridge !== null ? Reflect.get(bridge, String(name)) : undefined
      if (typeof call !== 'function') return { ok: false, failure: { code: 'no such capability' } }
      const answer: unknown = await Promise.resolve(
        Reflect.apply(call, bridge, argument === undefined ? [] : [argument]),
      )
      return answer
    },
    [capability, request],
  )
  return replySchema.parse(reply)
}

/** The app's state as the window was told. */
export const readAppState = async (page: Page): Promise<AppState> => {
  const reply = await callBridge(page, 'appState')
  if (!reply.ok) throw new Error(`The app has no state: ${reply.failure.code}`)
  return appStateSchema.parse(reply.value)
}

/** The id of the call that waits for a decision, as the window was told. */
export const readPendingCall = async (page: Page): Promise<string> => {
  const reply = await callBridge(page, 'listActivity', {})
  if (!reply.ok) throw new Error(`There is no activity: ${reply.failure.code}`)
  const waiting = activityPageSchema.parse(reply.value).entries.find(({ decision }) => decision === 'waiting')
  if (waiting === undefined) throw new Error('Nothing waits for a decision')
  return waiting.call.id
}
