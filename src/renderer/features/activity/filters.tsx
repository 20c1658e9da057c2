import { useId, type ReactNode } from 'react'
import type { ActivityEntry, ActivityFilter, ActivityPage } from '../../../contract/activity'
import type { ToolCallState } from '../../../contract/conversation'
import { t } from '../../../language/words'
import { callPlace } from '../../message/call-words'
import { Button } from '../../ui/button'
import { Field, inputClass } from '../../ui/field'

type FiltersProps = {
  readonly filter: ActivityFilter
  readonly connections: ActivityPage['connections']
  readonly onChange: (filter: ActivityFilter) => void
}

type Option<T> = { readonly value: T; readonly label: string }

type ChoiceProps<T> = {
  readonly label: string
  readonly value: string | undefined
  readonly options: readonly Option<T>[]
  readonly onChange: (value: T | undefined) => void
}

const Choice = <T extends string>({ label, value, options, onChange }: ChoiceProps<T>): ReactNode => {
  const id = useId()
  return (
    <Field id={id} label={label}>
      <select
        id={id}
        className={inputClass}
        value={value ?? ''}
        onChange={({ target }) => {
          onChange(options.find((option) => option.value === target.value)?.value)
        }}
      >
        <option value="">{t('activity.any')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

// A day as the person's clock has it; the end of one is where the next begins.
const dayStart = (text: string, later: number): number | undefined => {
  const [year, month, day] = text.split('-').map(Number)
  if (year === undefined || month === undefined || day === undefined) return undefined
  return new Date(year, month - 1, day + later).getTime()
}

const dayText = (time: number | undefined, later: number): string => {
  if (time === undefined) return ''
  const date = new Date(time)
  const day = new Date(date.getFullYear(), date.getMonth(), date.getDate() - later)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${String(day.getFullYear())}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

type DayProps = {
  readonly label: string
  readonly time: number | undefined
  readonly later: 0 | 1
  readonly onChange: (time: number | undefined) => void
}

const Day = ({ label, time, later, onChange }: DayProps): ReactNode => {
  const id = useId()
  return (
    <Field id={id} label={label}>
      <input
        id={id}
        type="date"
        className={inputClass}
        value={dayText(time, later)}
        onChange={({ target }) => {
          onChange(dayStart(target.value, later))
        }}
      />
    </Field>
  )
}

// Spelled here: the contract's own lists would bring its schemas into the window.
const states: readonly ToolCallState[] = [
  'pending',
  'sent',
  'running',
  'done',
  'failed',
  'unknown',
  'declined',
  'stopped',
  'withdrawn',
]
const deciders: readonly ActivityEntry['decision'][] = [
  'automatic',
  'granted',
  'approved',
  'edited',
  'declined',
  'refused',
  'waiting',
  'withdrawn',
]

/** Which entries are shown: by their words, connection, outcome, decision and time. */
export const Filters = ({ filter, connections, onChange }: FiltersProps): ReactNode => {
  const id = useId()
  const change = (changed: ActivityFilter): void => {
    onChange({ ...filter, ...changed })
  }
  const places = connections.map(({ name, providerName }) => ({
    value: name,
    label: callPlace({ connection: name, providerName }),
  }))
  const isAny = Object.values(filter).every((value) => value === undefined || value === '')
  return (
    <section aria-label={t('activity.filters')} className="grid grid-cols-3 items-end gap-3 max-[46rem]:grid-cols-2">
      <div className="col-span-full">
        <Field id={id} label={t('activity.search')}>
          <input
            id={id}
            type="search"
            maxLength={200}
            className={inputClass}
            value={filter.text ?? ''}
            onChange={({ target }) => {
              change({ text: target.value })
            }}
          />
        </Field>
      </div>
      <Choice
        label={t('activity.connection')}
        value={filter.connection}
        options={places}
        onChange={(connection) => {
          change({ connection })
        }}
      />
      <Choice
        label={t('activity.outcome')}
        value={filter.state}
        options={states.map((value) => ({ value, label: t(`call.states.${value}`) }))}
        onChange={(state) => {
          change({ state })
        }}
      />
      <Choice
        label={t('activity.decision')}
        value={filter.decision}
        options={deciders.map((value) => ({ value, label: t(`activity.decisions.${value}`) }))}
        onChange={(decision) => {
          change({ decision })
        }}
      />
      <Day
        label={t('activity.from')}
        time={filter.from}
        later={0}
        onChange={(from) => {
          change({ from })
        }}
      />
      <Day
        label={t('activity.to')}
        time={filter.to}
        later={1}
        onChange={(to) => {
          change({ to })
        }}
      />
      <Button
        disabled={isAny}
        onPress={() => {
          onChange({})
        }}
      >
        {t('activity.clear')}
      </Button>
    </section>
  )
}
