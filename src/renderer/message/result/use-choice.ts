import { useState } from 'react'
import { useActions, useAppState } from '../../app/use-app'
import type { ResultChoice } from '../../state/result-choice'

const nothing: ResultChoice = {}

/** How one result is shown: as the last one of its tool was, until a person chooses otherwise here. */
export const useChoice = (tool: string): readonly [ResultChoice, (change: ResultChoice) => void] => {
  const { chooseResult } = useActions()
  const remembered = useAppState((state) => state.resultChoices[tool]) ?? nothing
  const [choice, setChoice] = useState(remembered)
  return [
    choice,
    (change) => {
      setChoice({ ...choice, ...change })
      chooseResult(tool, change)
    },
  ]
}
