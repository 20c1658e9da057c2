import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import { useActions } from '../app/use-app'
import { classNames } from '../ui/class-names'

type AskFieldProps = {
  readonly input: RefObject<HTMLTextAreaElement | null>
  readonly label: string
  readonly placeholder: string
  readonly text: string
  readonly onType: (text: string) => void
  /** Enter was pressed, and nothing else took it. */
  readonly onSend: () => void
  /** Keys that nothing else took; `preventDefault` keeps Enter from sending. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  readonly className: string
}

const isPlainEnter = (event: KeyboardEvent): boolean => event.key === 'Enter' && !event.shiftKey

/** Where a person says what they want, in a chat and in quick ask alike. It grows with what is in it. */
export const AskField = ({
  input,
  label,
  placeholder,
  text,
  onType,
  onSend,
  onKeyDown,
  className,
}: AskFieldProps): ReactNode => {
  const actions = useActions()
  return (
    <textarea
      ref={input}
      aria-label={label}
      placeholder={placeholder}
      rows={1}
      value={text}
      onChange={(event) => {
        onType(event.target.value)
      }}
      onBlur={actions.keepDrafts}
      onKeyDown={(event) => {
        // What an input method still composes is its own: its Enter and arrows choose a word.
        if (event.nativeEvent.isComposing) return
        onKeyDown?.(event)
        if (event.defaultPrevented || !isPlainEnter(event)) return
        event.preventDefault()
        onSend()
      }}
      className={classNames('field-sizing-content flex-1 resize-none bg-transparent outline-none', className)}
    />
  )
}
