import { useEffect, useRef, type ReactNode } from 'react'
import { classNames } from '../../ui/class-names'

type ChangeBoxProps = {
  readonly label: string
  readonly text: string
  readonly onType: (text: string) => void
  readonly onSend: () => void
  readonly onCancel: () => void
  readonly className?: string
}

/** Where something that was said is changed: Enter sends it, Escape leaves it as it was. */
export const ChangeBox = ({ label, text, onType, onSend, onCancel, className }: ChangeBoxProps): ReactNode => {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const box = field.current
    box?.focus()
    box?.setSelectionRange(box.value.length, box.value.length)
  }, [])
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
