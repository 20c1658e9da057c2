import { useId, useState, type ReactNode } from 'react'
import type { ToolCall } from '../../contract/conversation'
import type { JsonObject } from '../../contract/json'
import type { GrantDuration, GrantTarget } from '../../contract/trust'
import { t } from '../../language/words'
import { useActions } from '../app/use-app'
import { Button } from '../ui/button'
import { targetText, whoseText } from './grant-words'

// Pointed at something else, the name that was found out is not its name.
const targetFor = (target: GrantTarget, { args }: ToolCall, shown: JsonObject): GrantTarget => {
  const { argument } = target
  const now = shown[argument]
  if (JSON.stringify(now) === JSON.stringify(args[argument])) return target
  return { argument, id: typeof now === 'string' ? now : JSON.stringify(now ?? '') }
}

type ChoiceProps = {
  readonly durations: readonly GrantDuration[]
  readonly chosen: GrantDuration
  readonly onChoose: (duration: GrantDuration) => void
}

const Durations = ({ durations, chosen, onChoose }: ChoiceProps): ReactNode => {
  const name = useId()
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 text-sm font-medium text-muted">{t('grants.legend')}</legend>
      {durations.map((duration) => (
        <label key={duration} className="flex w-fit items-center gap-2 text-sm">
          <input
            type="radio"
            name={name}
            value={duration}
            checked={duration === chosen}
            onChange={() => {
              onChoose(duration)
            }}
            className="accent-accent"
          />
          {t(`grants.durations.${duration}`)}
        </label>
      ))}
    </fieldset>
  )
}

type AlwaysAllowProps = {
  readonly call: ToolCall
  /** The arguments as they stand on the card. */
  readonly args: JsonObject
  readonly disabled: boolean
}

/** Approves a call, and lets the same go on by itself in the same place: said in words, for a time that is chosen. */
export const AlwaysAllow = ({ call, args, disabled }: AlwaysAllowProps): ReactNode => {
  const actions = useActions()
  const panel = useId()
  const [open, setOpen] = useState(false)
  const { target, durations } = call.grantOffer ?? { target: null, durations: [] }
  const [wanted, setWanted] = useState<GrantDuration>('thread')
  const chosen = durations.includes(wanted) ? wanted : durations[0]
  if (target === null || chosen === undefined) return null
  const toggle = (): void => {
    setOpen(!open)
  }
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={panel}
        disabled={disabled}
        onClick={toggle}
        className="inline-flex h-8.5 shrink-0 items-center rounded-md border border-line-strong bg-surface px-3.5 text-sm font-medium whitespace-nowrap shadow-low transition-colors hover:not-disabled:bg-hover disabled:opacity-55"
      >
        {t('grants.button')}
      </button>
      <div
        id={panel}
        hidden={!open}
        role="group"
        aria-label={t('grants.button')}
        className="order-last grid basis-full gap-3 rounded-lg border border-line bg-surface p-3 [&[hidden]]:hidden"
      >
        <p className="text-sm text-pretty wrap-anywhere select-text">
          {t('grants.sentence', {
            what: call.title,
            where: targetText(targetFor(target, call, args)),
            whose: whoseText(call),
          })}
        </p>
        <Durations durations={durations} chosen={chosen} onChoose={setWanted} />
        <p className="text-xs text-pretty text-muted">
          {durations.length === 1 && `${t('grants.onlyHere')} `}
          {t('grants.otherWords')}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button
            tone={call.risk === 'destructive' ? 'danger' : 'primary'}
            disabled={disabled}
            onPress={() => void actions.approve(call, chosen)}
          >
            {t('grants.confirm')}
          </Button>
          <Button onPress={toggle}>{t('grants.cancel')}</Button>
        </div>
      </div>
    </>
  )
}
