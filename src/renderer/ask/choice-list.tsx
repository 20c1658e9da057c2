import { useEffect, useRef, type ReactNode } from 'react'
import { t } from '../../language/words'
import { Badge } from '../ui/badge'
import { classNames } from '../ui/class-names'
import type { Choice } from './choices'
import { PromptText } from './prompt-text'

type ChoiceListProps = {
  readonly id: string
  readonly label: string
  readonly choices: readonly Choice[]
  readonly active: number
  readonly onPoint: (index: number) => void
  readonly onChoose: (choice: Choice) => void
  readonly className: string
}

/** The id of a choice in its list. */
export const choiceId = (listId: string, index: number): string => `${listId}-${String(index)}`

const Connection = ({ choice }: { readonly choice: Extract<Choice, { kind: 'connection' }> }): ReactNode => (
  <>
    <span className="min-w-0 flex-1 truncate">
      <span className="font-medium">{choice.connection.providerName}</span>{' '}
      <bdi className="text-muted">@{choice.handle}</bdi>
    </span>
    {choice.connection.status !== 'connected' && <Badge tone="warn">{t('prompts.choices.connect')}</Badge>}
  </>
)

const Prompt = ({ choice }: { readonly choice: Extract<Choice, { kind: 'prompt' }> }): ReactNode => (
  <>
    <span className="grid min-w-0 flex-1">
      <span className="truncate font-medium">{choice.prompt.name}</span>
      <span className="truncate text-xs text-muted">
        <PromptText text={choice.prompt.text} />
      </span>
    </span>
    {!choice.own && <Badge>{t('prompts.choices.starter')}</Badge>}
  </>
)

/** What can be chosen right now. The field keeps the focus and says which one is meant. */
export const ChoiceList = ({
  id,
  label,
  choices,
  active,
  onPoint,
  onChoose,
  className,
}: ChoiceListProps): ReactNode => {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={label}
      // A click must not take the focus out of the field.
      onMouseDown={(event) => {
        event.preventDefault()
      }}
      className={classNames('overflow-y-auto overscroll-contain text-sm', className)}
    >
      {choices.map((choice, index) => (
        <div
          key={choice.key}
          id={choiceId(id, index)}
          role="option"
          aria-selected={index === active}
          // A list that opens under a pointer at rest is not pointed at.
          onMouseMove={({ movementX, movementY }) => {
            if (index !== active && (movementX !== 0 || movementY !== 0)) onPoint(index)
          }}
          onClick={() => {
            onChoose(choice)
          }}
          className={classNames(
            'flex cursor-default items-center gap-2 rounded-md px-2.5 py-1.5',
            index === active && 'bg-active outline-1 -outline-offset-1 outline-edge',
          )}
        >
          {choice.kind === 'connection' ? <Connection choice={choice} /> : <Prompt choice={choice} />}
        </div>
      ))}
    </div>
  )
}
