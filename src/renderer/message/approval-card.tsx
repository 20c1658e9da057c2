import { TriangleAlert } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import type { ToolCall } from '../../contract/conversation'
import type { Failure, FailureCode } from '../../contract/failure'
import type { JsonObject } from '../../contract/json'
import { t } from '../../language/words'
import { useActions, useAppState } from '../app/use-app'
import { approvalOf, type Approval } from '../state/approvals'
import type { ArgumentsEdit } from '../state/arguments-edit'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Monogram } from '../ui/monogram'
import { Spinner } from '../ui/spinner'
import { FailureNotice } from '../failure/failure-notice'
import { argumentFields, isEdited, isSendable, problemOfRaw } from './argument-fields'
import { FieldsEditor, RawEditor } from './arguments-editor'
import { CallFailure } from './call-failure'
import { AlwaysAllow } from './always-allow'
import { callName, riskTone } from './call-words'
import { Changes } from './changes-view'
import { needsAccount, ReconnectDecision } from './reconnect-decision'
import { describedByOthers, ThirdPartyNote } from './third-party-note'
import { UndoLine } from './undo-line'
import { TakesBack } from './undo-offer'
import { WhoseName } from './whose-name'

const Header = ({ call }: { readonly call: ToolCall }): ReactNode => (
  <header className="flex items-center gap-3">
    <Monogram name={call.providerName} />
    <div className="min-w-0 flex-1">
      <h2 className="leading-snug font-semibold tracking-tight wrap-anywhere">{callName(call)}</h2>
      <p className="font-mono text-xs wrap-anywhere text-faint select-text">{call.tool}</p>
    </div>
    <Badge tone={riskTone[call.risk]}>{t(`call.risks.${call.risk}`)}</Badge>
  </header>
)

const Warning = ({ call }: { readonly call: ToolCall }): ReactNode =>
  call.risk === 'destructive' || call.risk === 'open-world' ? (
    <p
      className={`flex items-start gap-2 text-sm font-medium ${call.risk === 'destructive' ? 'text-danger-ink' : 'text-outside-ink'}`}
    >
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      {t(`call.riskSentences.${call.risk}`)}
    </p>
  ) : null

// Approved or not, it goes nowhere without its account.
const missingAccount = ({ state, failure }: ToolCall): Failure | null =>
  state === 'pending' && failure !== undefined && needsAccount(failure) ? failure : null

type DecisionProps = {
  readonly call: ToolCall
  /** The arguments as they stand on the card. */
  readonly args: JsonObject
  readonly busy: boolean
  readonly sendable: boolean
}

const Decision = ({ call, args, busy, sendable }: DecisionProps): ReactNode => {
  const actions = useActions()
  const missing = missingAccount(call)
  return (
    <>
      {missing === null ? (
        <Button
          tone={call.risk === 'destructive' ? 'danger' : 'primary'}
          disabled={busy || !sendable}
          single
          onPress={() => void actions.approve(call)}
        >
          {t('call.approve')}
        </Button>
      ) : (
        <ReconnectDecision failure={missing} />
      )}
      <Button disabled={busy} onPress={() => void actions.decline(call)}>
        {t('call.decline')}
      </Button>
      {missing === null && call.grant === undefined && (
        <AlwaysAllow call={call} args={args} disabled={busy || !sendable} />
      )}
      {busy && (
        <span role="status" className="inline-flex items-center gap-2 text-sm text-muted">
          <Spinner />
          {t('call.states.claimed')}
        </span>
      )}
    </>
  )
}

type EditControlsProps = {
  readonly raw: boolean
  readonly edited: boolean
  readonly busy: boolean
  /** What is typed as raw JSON can't be shown as a form yet. */
  readonly stuck: boolean
  readonly onReset: () => void
  readonly onToggle: () => void
}

const EditControls = ({ raw, edited, busy, stuck, onReset, onToggle }: EditControlsProps): ReactNode => (
  <span className="ms-auto flex items-center gap-1">
    {edited && (
      <>
        <Badge tone="good">{t('call.edited')}</Badge>
        <Button tone="quiet" size="small" disabled={busy} onPress={onReset}>
          {t('call.reset')}
        </Button>
      </>
    )}
    <Button tone="quiet" size="small" disabled={busy || stuck} onPress={onToggle}>
      {raw ? t('call.form') : t('call.raw')}
    </Button>
  </span>
)

// What helps against these is on the card already: the fields, or nothing.
const selfEvident: readonly FailureCode[] = [
  'arguments-invalid',
  'approval-gone',
  'tool-unknown',
  'tool-changed',
  'changed-meanwhile',
]

const Problem = ({ call, approval }: { readonly call: ToolCall; readonly approval: Approval }): ReactNode => {
  const failure = approval.failure ?? call.failure
  if (failure === undefined) return null
  if (selfEvident.includes(failure.code) || needsAccount(failure))
    return <FailureNotice failure={failure} announce bare />
  return <CallFailure call={call} failure={failure} />
}

const cardLabel = (call: ToolCall): string =>
  call.state === 'pending'
    ? t('call.needed', { what: callName(call) })
    : `${callName(call)}: ${t(`call.states.${call.state}`)}`

const pendingId = ({ id, state }: ToolCall): string | undefined => (state === 'pending' ? id : undefined)

/** A call that waits for the person: what will be done, under whose name, with what, and the decision. */
export const ApprovalCard = ({ call }: { readonly call: ToolCall }): ReactNode => {
  const actions = useActions()
  const approval = useAppState((state) => approvalOf(state.approvals, call.id))
  const why = useId()
  const [raw, setRaw] = useState(approval.edit?.texts[''] !== undefined)
  const edit: ArgumentsEdit = approval.edit ?? { args: call.args, texts: {} }
  const fields = argumentFields(call.argsSchema, call.args)
  const busy = approval.deciding || call.state !== 'pending'
  // What goes on once the account is back is what was approved, not what was typed since.
  const locked = busy || missingAccount(call) !== null
  const onEdit = (next: ArgumentsEdit): void => {
    actions.editArguments(call.id, next)
  }
  return (
    <div
      role="group"
      aria-label={cardLabel(call)}
      aria-describedby={describedByOthers(call.thirdParty, why)}
      data-pending-call={pendingId(call)}
      tabIndex={-1}
      className="rise grid overflow-hidden rounded-xl border border-line-strong bg-surface shadow-mid"
    >
      <div className="grid gap-3.5 p-4">
        <Header call={call} />
        <TakesBack call={call} />
        <WhoseName call={call} args={edit.args} />
        <Warning call={call} />
        <Changes call={call} args={edit.args} />
        {raw ? (
          <RawEditor edit={edit} disabled={locked} onEdit={onEdit} />
        ) : (
          <FieldsEditor call={call} fields={fields} edit={edit} disabled={locked} onEdit={onEdit} />
        )}
        <UndoLine call={call} />
        {call.state === 'pending' && call.grant !== undefined && (
          <p role="status" className="flex items-center gap-2 text-sm text-muted">
            <Spinner />
            {t('grants.checking')}
          </p>
        )}
        <ThirdPartyNote thirdParty={call.thirdParty} id={why} />
        <Problem call={call} approval={approval} />
      </div>
      <footer className="flex flex-wrap items-center gap-2 border-t border-line bg-sunken px-4 py-3">
        <Decision call={call} args={edit.args} busy={busy} sendable={isSendable(fields, edit)} />
        <EditControls
          raw={raw}
          edited={isEdited(call.args, approval.edit)}
          busy={locked}
          stuck={problemOfRaw(edit) !== undefined}
          onReset={() => {
            actions.resetArguments(call.id)
          }}
          onToggle={() => {
            if (raw && approval.edit !== undefined) onEdit({ args: edit.args, texts: {} })
            setRaw(!raw)
          }}
        />
      </footer>
    </div>
  )
}
