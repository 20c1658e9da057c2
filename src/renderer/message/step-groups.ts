import type { Part, ToolCall } from '../../contract/conversation'
import { connectAccountTool } from '../../contract/plain/own-tools'
import { isMadeUp } from './call-words'

/** One step of an answer, with what the model thought before it. */
export type Step = { readonly call: ToolCall; readonly thoughts: readonly string[] }

/** A part of an answer by itself, or look-ups that follow each other. */
export type Piece =
  | { readonly kind: 'part'; readonly part: Part; readonly index: number }
  | { readonly kind: 'steps'; readonly steps: readonly Step[] }

/** Whether a call only looks something up: what asks or changes has a card of its own. */
export const isStep = (call: ToolCall): boolean => {
  if (call.state === 'pending' || call.state === 'claimed') return false
  if (isMadeUp(call)) return true
  return call.risk === 'read' && call.tool !== connectAccountTool
}

/** An answer with the look-ups that follow each other taken together; nothing that was said is taken into them. */
export const stepGroups = (parts: readonly Part[]): readonly Piece[] => {
  const pieces: Piece[] = []
  let steps: Step[] = []
  // Thoughts belong to the step that they lead to, if one follows.
  let thoughts: { readonly part: Part; readonly index: number; readonly text: string }[] = []
  const close = (): void => {
    if (steps.length > 0) pieces.push({ kind: 'steps', steps })
    steps = []
    for (const { part, index } of thoughts) pieces.push({ kind: 'part', part, index })
    thoughts = []
  }
  parts.forEach((part, index) => {
    if (part.kind === 'tool-call' && isStep(part.call)) {
      // What was thought before the first one stays where it is.
      if (steps.length === 0) close()
      steps.push({ call: part.call, thoughts: thoughts.map(({ text }) => text) })
      thoughts = []
    } else if (part.kind === 'reasoning') {
      if (part.text !== '') thoughts.push({ part, index, text: part.text })
    } else if (part.kind !== 'text' || part.text !== '') {
      close()
      pieces.push({ kind: 'part', part, index })
    }
  })
  close()
  return pieces
}

/** How long steps took from the first to the last, in milliseconds; undefined while one is under way. */
export const stepsDuration = (steps: readonly Step[]): number | undefined => {
  const ends = steps.flatMap(({ call }) => call.endedAt ?? [])
  if (ends.length < steps.length) return undefined
  return Math.max(...ends) - Math.min(...steps.map(({ call }) => call.startedAt))
}
