import { ArrowDown, ArrowUp } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import type { Message, ToolCall } from '../../../contract/conversation'
import { t } from '../../../language/words'
import { useActions, useAppState } from '../../app/use-app'
import { argumentFields, isSendable } from '../../message/argument-fields'
import { callName, callPlace } from '../../message/call-words'
import type { Approval } from '../../state/approvals'
import { callsOf } from '../../state/conversation'
import { reviewOf, type PendingKind, type PendingReview } from '../../state/pending-calls'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import { useFocusAfterDecision, useStepping, type ReviewPlaces } from './use-review-focus'

const sendable = (call: ToolCall, { edit }: Approval): boolean =>
  isSendable(argumentFields(call.argsSchema, call.args), edit ?? { args: call.args, texts: {} })

const nameOf = ({ pending: [first] }: PendingKind): string => (first === undefined ? '' : callName(first.call))

// Two connections of one provider are told apart.
const titleOf = (kind: PendingKind, kinds: readonly PendingKind[]): string => {
  const name = nameOf(kind)
  const [first] = kind.pending
  const alike = kinds.filter((other) => nameOf(other) === name).length > 1
  return alike && first !== undefined ? `${name} (${callPlace(first.call)})` : name
}

const Together = ({ kind, title }: { readonly kind: PendingKind; readonly title: string }): ReactNode => {
  const actions = useActions()
  return (
    <Button tone="primary" size="small" wrap single onPress={() => void actions.approveListed(kind.pending)}>
      {t('review.approveAll', { number: kind.pending.length, what: title })}
    </Button>
  )
}

type BarProps = { readonly review: PendingReview; readonly onStep: (step: 1 | -1) => void }

const Bar = ({ review: { pending, kinds, ownLooks }, onStep }: BarProps): ReactNode => {
  const actions = useActions()
  return (
    <section
      aria-label={t('review.label')}
      className="mx-auto mb-2 grid w-[calc(100%-3rem)] max-w-172 gap-2 rounded-xl border border-line-strong bg-surface px-3 py-2.5 shadow-mid max-[46rem]:w-[calc(100%-1.5rem)]"
    >
      <div className="flex items-center gap-2">
        <p role="status" className="min-w-0 flex-1 text-sm">
          <span className="font-medium">{t('review.waiting', { count: pending.length })}</span>
          {ownLooks > 0 && <span className="text-muted"> · {t('review.ownLook', { count: ownLooks })}</span>}
        </p>
        <IconButton
          label={t('review.previous')}
          onPress={() => {
            onStep(-1)
          }}
        >
          <ArrowUp />
        </IconButton>
        <IconButton
          label={t('review.next')}
          onPress={() => {
            onStep(1)
          }}
        >
          <ArrowDown />
        </IconButton>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {kinds.map((kind) => (
          <Together key={kind.key} kind={kind} title={titleOf(kind, kinds)} />
        ))}
        <span className="ms-auto">
          <Button size="small" single onPress={() => void actions.declineListed(pending)}>
            {t('review.declineAll')}
          </Button>
        </span>
      </div>
    </section>
  )
}

/** Reviews the pending calls of a thread together, as soon as there are two. */
export const ReviewBar = ({
  messages,
  places,
}: {
  readonly messages: readonly Message[]
  readonly places: ReviewPlaces
}): ReactNode => {
  const approvals = useAppState((state) => state.approvals)
  const review = useMemo(() => reviewOf(callsOf(messages), approvals, sendable), [messages, approvals])
  const waiting = useMemo(() => review.pending.map(({ call }) => call.id), [review])
  useFocusAfterDecision(waiting, approvals, places)
  const step = useStepping(waiting, places)
  return review.pending.length < 2 ? null : <Bar review={review} onStep={step} />
}
