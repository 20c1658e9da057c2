import { useState, type ToggleEventHandler } from 'react'

/** Whether a `details` was ever opened: what is inside a closed one is not made, however long it is. */
export const useOpened = (
  onChange?: (open: boolean) => void,
): {
  readonly opened: boolean
  readonly onToggle: ToggleEventHandler<HTMLDetailsElement>
} => {
  const [opened, setOpened] = useState(false)
  return {
    opened,
    onToggle: ({ currentTarget }) => {
      if (currentTarget.open) setOpened(true)
      onChange?.(currentTarget.open)
    },
  }
}
