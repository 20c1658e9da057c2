import { useEffect, useRef, type ReactNode, type RefObject } from 'react'
import { classNames } from '../../ui/class-names'

type ChangeBoxProps = {
  readonly label: string
  readonly text: string
  readonly onType: (text: string) => void
  readonly onSend: () => void
  readonly onCancel: () => void
  readonly className?: string
  /** For who wants to bring the focus back to it. */
  readonly field?: RefObject<HTMLTextAreaElement | null>
}

/** Where something that was said is changed: Enter sends it, Escape leaves it as it was. */
export const ChangeBox = (props: ChangeBoxProps): ReactNode => {
  const { label, text, onType, onSend, onCancel, className } = props
  const own = useRef<HTMLTextAreaElement>(null)
  const field = props.field ?? own
  useEffect(() => {
    const box = field.current
    box?.focus()
    box?.setSelectionRange(box.value.length, box.value.length)
  }, [field])
  return (
    <textarea
      ref={field}
      aria-label={label}
      rows={1}
      dir="auto"
      value={text}
      onChange={(event) => {
        onType(event.target.value)
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') onCancel()
        else if (event.key === 'Enter' && !event.shiftKey) onSend()
        else return
        event.preventDefault()
      }}
      className={classNames('field-sizing-content min-w-40 flex-1 resize-none px-2 py-1 outline-none', className)}
    />
  )
}
