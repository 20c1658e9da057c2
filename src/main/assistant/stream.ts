import { z } from 'zod'

/** What a run hears from the agent, in our words. */
export type RunEvent =
  | { readonly kind: 'text' | 'reasoning'; readonly text: string }
  | { readonly kind: 'call'; readonly callId: string; readonly tool: string; readonly args: unknown }
  /** The call was answered without our own execute having run: the agent refused it. */
  | { readonly kind: 'answered'; readonly callId: string }
  | { readonly kind: 'error'; readonly error: unknown }
  | { readonly kind: 'finish'; readonly reason: string }

const callSchema = z.object({ toolCallId: z.string(), toolName: z.string(), args: z.unknown() })
const answerSchema = z.object({ toolCallId: z.string() })

const chunkSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text-delta'), payload: z.object({ text: z.string() }) }),
  z.object({ type: z.literal('reasoning-delta'), payload: z.object({ text: z.string() }) }),
  z.object({ type: z.literal('tool-call'), payload: callSchema }),
  z.object({ type: z.literal('tool-result'), payload: answerSchema }),
  z.object({ type: z.literal('tool-error'), payload: answerSchema }),
  z.object({ type: z.literal('error'), payload: z.object({ error: z.unknown() }) }),
  z.object({ type: z.literal('finish'), payload: z.object({ stepResult: z.object({ reason: z.string() }) }) }),
])

/** Says what a chunk of the agent's stream means for us, or null when it means nothing. */
export const runEventOf = (chunk: unknown): RunEvent | null => {
  const parsed = chunkSchema.safeParse(chunk)
  if (!parsed.success) return null
  const { type, payload } = parsed.data
  switch (type) {
    case 'text-delta':
      return { kind: 'text', text: payload.text }
    case 'reasoning-delta':
      return { kind: 'reasoning', text: payload.text }
    case 'tool-call':
      return { kind: 'call', callId: payload.toolCallId, tool: payload.toolName, args: payload.args }
    case 'tool-result':
    case 'tool-error':
      return { kind: 'answered', callId: payload.toolCallId }
    case 'error':
      return { kind: 'error', error: payload.error }
    case 'finish':
      return { kind: 'finish', reason: payload.stepResult.reason }
  }
}
