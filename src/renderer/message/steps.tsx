import { ChevronRight, ListChecks } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import type { ToolCall } from '../../contract/conversation'
import { withHiddenNamed } from '../../contract/plain/hidden-characters'
import { t } from '../../language/words'
import { classNames } from '../ui/class-names'
import { Spinner } from '../ui/spinner'
import { CallLine } from './call-line'
import { callPlace, durationText } from './call-words'
import { Elapsed } from './elapsed'
import { stepsDuration, type Step } from './step-groups'
import { Thoughts } from './thoughts'

const isUnderWay = ({ state }: ToolCall): boolean => state === 'running' || state === 'sent'

// While something is under way: what, and the how manieth step that is.
const UnderWay = ({ call, number }: { readonly call: ToolCall; readonly number: number }): ReactNode => (
  <>
    <span className="min-w-0 truncate">
      {withHiddenNamed(call.title)} <span className="text-faint">· {callPlace(call)}</span>
    </span>
    <span className="ms-auto inline-flex shrink-0 items-center gap-1.5 text-xs text-muted tabular-nums [&_svg]:size-3.5">
      <Spinner />
      {t('results.step', { number })}
      <Elapsed since={call.startedAt} />
    </span>
  </>
)

const Through = ({ steps }: { readonly steps: readonly Step[] }): ReactNode => {
  const duration = stepsDuration(steps)
  const failed = steps.filter(({ call }) => call.state === 'failed').length
  return (
    <>
      <span className="min-w-0 truncate">{t('results.steps', { count: steps.length })}</span>
      <span className="ms-auto inline-flex shrink-0 items-center gap-1.5 text-xs tabular-nums">
        {failed > 0 && <span className="text-danger-ink">{t('results.failedSteps', { count: failed })}</span>}
        {duration !== undefined && <span className="text-faint">{durationText(duration)}</span>}
      </span>
    </>
  )
}

const Summary = ({ steps }: { readonly steps: readonly Step[] }): ReactNode => {
  const at = steps.findLastIndex(({ call }) => isUnderWay(call))
  const step = steps[at]
  return step === undefined ? <Through steps={steps} /> : <UnderWay call={step.call} number={at + 1} />
}

type ToggleProps = {
  readonly steps: readonly Step[]
  readonly open: boolean
  readonly list: string
  readonly onToggle: () => void
}

// As high as the line of a single step, which it takes the place of.
const Toggle = ({ steps, open, list, onToggle }: ToggleProps): ReactNode => (
  <button
    type="button"
    aria-expanded={open}
    aria-controls={list}
    onClick={onToggle}
    className="-mx-2 flex items-center gap-2 rounded-lg px-2 py-1.5 text-start text-sm transition-colors hover:bg-hover"
  >
    <ListChecks aria-hidden="true" className="size-3.5 shrink-0 text-faint" />
    <Summary steps={steps} />
    <ChevronRight
      aria-hidden="true"
      className={classNames('size-3.5 shrink-0 text-faint transition-transform', open && 'rotate-90')}
    />
  </button>
)

/**
 * Look-ups that follow each other: one as its line, several as one line that says what is being done and, in the end,
 * how many they were and how long they took. Each is a click away, what failed is always in sight.
 */
export const Steps = ({ steps }: { readonly steps: readonly Step[] }): ReactNode => {
  const list = useId()
  const [chosen, setChosen] = useState<boolean>()
  // Whoever looks into a step goes on looking into it when the next one comes.
  const [looking, setLooking] = useState(false)
  const several = steps.length > 1
  const open = !several || (chosen ?? looking)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)]">
      {several && (
        <Toggle
          steps={steps}
          open={open}
          list={list}
          onToggle={() => {
            setChosen(!open)
          }}
        />
      )}
      <div
        id={list}
        role={several ? 'list' : undefined}
        className={classNames(
          'grid grid-cols-[minmax(0,1fr)] gap-1',
          several && open && 'mt-1 border-s-2 border-line ps-4',
        )}
      >
        {steps.map(({ call, thoughts }) => (
          <div key={call.id} role={several ? 'listitem' : undefined} hidden={!open && call.state !== 'failed'}>
            {thoughts.map((text, index) => (
              <Thoughts key={index} text={text} />
            ))}
            <CallLine call={call} onOpened={setLooking} />
          </div>
        ))}
      </div>
    </div>
  )
}
