import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { useActions, useAppState } from '../app/use-app'
import type { RootState } from '../state/root'
import { choicesFor, type Choice } from './choices'
import { startersFor } from './starters'
import { triggerAt, type Trigger } from './trigger'

type Field = {
  readonly input: RefObject<HTMLTextAreaElement | null>
  readonly text: string
  readonly onType: (text: string) => void
}

/** Choosing while typing. */
export type ChoosingView = {
  readonly id: string
  readonly trigger: Trigger | null
  /** Nothing to choose from: nothing is open. */
  readonly choices: readonly Choice[]
  readonly active: number
  readonly point: (index: number) => void
  readonly choose: (choice: Choice) => void
  /** Takes a key that choosing needs, and says whether it did; the others go on to whoever else listens. */
  readonly takesKey: (event: KeyboardEvent) => boolean
  readonly noteCaret: () => void
  /** The field was left: nothing is chosen in it any more. */
  readonly leave: () => void
}

const sameTrigger = (one: Trigger | null, other: Trigger | null): boolean =>
  one?.kind === other?.kind && one?.start === other?.start

const noPrompts: NonNullable<RootState['prompts']> = []

const useChoices = (trigger: Trigger | null): readonly Choice[] => {
  const connections = useAppState((state) => state.connections.connections)
  const prompts = useAppState((state) => state.prompts ?? noPrompts)
  const mode = useAppState((state) => state.app?.mode)
  if (trigger === null) return []
  return choicesFor(trigger, { connections, prompts, starters: startersFor(connections, mode) })
}

// Text that is set from outside takes the caret to its end.
const useCaretAfter = ({ input, text }: Field): RefObject<number | null> => {
  const wanted = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (wanted.current !== null) input.current?.setSelectionRange(wanted.current, wanted.current)
    wanted.current = null
  }, [input, text])
  return wanted
}

/** Follows what is typed into a field, and lets connections and prompts be chosen in it. */
export const useChoosing = (field: Field): ChoosingView => {
  const { input, text, onType } = field
  const actions = useActions()
  const id = useId()
  const [caret, setCaret] = useState<number | null>(null)
  const [pointed, setPointed] = useState({ query: '', index: 0 })
  const [left, setLeft] = useState<Trigger | null>(null)
  const caretAfterRef = useCaretAfter(field)
  const found = caret === null ? null : triggerAt(text, caret)
  const trigger = sameTrigger(found, left) ? null : found
  const choices = useChoices(trigger)
  const query = `${trigger?.kind ?? ''} ${trigger?.query ?? ''}`
  // Whoever types on begins with what fits best.
  const active = pointed.query === query ? Math.min(pointed.index, Math.max(0, choices.length - 1)) : 0
  const point = (index: number): void => {
    setPointed({ query, index })
  }
  const choose = (choice: Choice): void => {
    if (trigger === null) return
    if (choice.kind === 'prompt') {
      onType(text.slice(trigger.start + 1 + trigger.query.length))
      actions.usePrompt(choice.prompt)
      return
    }
    const before = `${text.slice(0, trigger.start)}@${choice.handle} `
    caretAfterRef.current = before.length
    setCaret(before.length)
    onType(before + text.slice(trigger.start + 1 + trigger.query.length).replace(/^ /, ''))
  }
  const keys: Readonly<Record<string, (() => void) | undefined>> = {
    ArrowDown: () => {
      point((active + 1) % choices.length)
    },
    ArrowUp: () => {
      point((active + choices.length - 1) % choices.length)
    },
    Enter: () => {
      const choice = choices[active]
      if (choice !== undefined) choose(choice)
    },
    Escape: () => {
      setLeft(trigger)
    },
  }
  return {
    id,
    trigger,
    choices,
    active,
    choose,
    point,
    noteCaret: () => {
      const field = input.current
      if (field === null) return
      setCaret(field.selectionStart)
      // What was left once can be come back to by typing the sign again.
      if (triggerAt(field.value, field.selectionStart) === null) setLeft(null)
    },
    leave: () => {
      setCaret(null)
    },
    takesKey: (event) => {
      if (choices.length === 0 || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false
      const act = keys[event.key === 'Tab' ? 'Enter' : event.key]
      if (act === undefined) return false
      event.preventDefault()
      event.stopPropagation()
      act()
      return true
    },
  }
}
