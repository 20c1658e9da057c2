import { Check, Minus, TriangleAlert } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import type { Check as DoctorFinding, Examination } from '../../../contract/doctor'
import type { Failure } from '../../../contract/failure'
import { useActions } from '../../app/use-app'
import { FailureNotice } from '../../failure/failure-notice'
import { t } from '../../../language/words'
import { durationText } from '../../message/call-words'
import { Button } from '../../ui/button'
import { Spinner } from '../../ui/spinner'
import { measuredText, sectionOf, stepsText, summaryText, unusedText, wellText } from './doctor-words'

const copiedMs = 2000

const CopyReport = ({ report }: { readonly report: string }): ReactNode => {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => {
      setCopied(false)
    }, copiedMs)
    return () => {
      clearTimeout(timer)
    }
  }, [copied])
  return (
    <Button
      tone="quiet"
      onPress={() => {
        void navigator.clipboard.writeText(report).then(() => {
          setCopied(true)
        })
      }}
    >
      <span aria-live="polite">{copied ? t('doctor.copied') : t('doctor.copy')}</span>
    </Button>
  )
}

const StateIcon = ({ state }: { readonly state: DoctorFinding['finding']['state'] }): ReactNode => {
  const Icon = { well: Check, ill: TriangleAlert, unused: Minus }[state]
  const tone = { well: 'text-accent-ink', ill: 'text-danger-ink', unused: 'text-faint' }[state]
  return <Icon aria-hidden="true" className={`mt-0.5 size-4 shrink-0 ${tone}`} />
}

type LineProps = {
  readonly check: DoctorFinding
  readonly platform: Examination['platform']
  readonly retry: () => void
}

const Repair = ({ check: { name, finding } }: { readonly check: DoctorFinding }): ReactNode => {
  const actions = useActions()
  const section = sectionOf(name)
  // Where the failure's own button leads there already, a second one would say the same.
  if (section === undefined || (finding.state === 'ill' && finding.failure.action.kind === 'open-settings')) return null
  return (
    <div>
      <Button
        size="small"
        onPress={() => {
          actions.navigate('settings', section)
        }}
      >
        {t('doctor.open', { section: t(`settings.sections.${section}`) })}
      </Button>
    </div>
  )
}

const Finding = ({ check, platform, retry }: LineProps): ReactNode => {
  const { name, finding } = check
  if (finding.state === 'well') return <p className="text-sm text-muted">{wellText(name, finding)}</p>
  if (finding.state === 'unused') return <p className="text-sm text-muted">{unusedText(name)}</p>
  const steps = finding.failure.code === 'shortcut-wayland' ? t('quickAsk.wayland.steps') : stepsText(name, platform)
  const notes = [measuredText(name, finding.value), steps]
  return (
    <div className="grid gap-2">
      <FailureNotice failure={finding.failure} place={{ retry }} />
      {notes.map((note) =>
        note === undefined ? null : (
          <p key={note} className="text-sm text-pretty text-muted select-text">
            {note}
          </p>
        ),
      )}
      <Repair check={check} />
    </div>
  )
}

const Line = (props: LineProps): ReactNode => {
  const { name, finding, durationMs } = props.check
  return (
    <li className="flex items-start gap-3 px-4 py-3">
      <StateIcon state={finding.state} />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <h3 className="font-medium">
          {t(`doctor.names.${name}`)}{' '}
          <span className="text-sm font-normal text-muted">· {t(`doctor.states.${finding.state}`)}</span>
        </h3>
        <Finding {...props} />
      </div>
      <span className="text-xs text-faint tabular-nums">{durationText(durationMs)}</span>
    </li>
  )
}

const Results = ({ found, retry }: { readonly found: Examination; readonly retry: () => void }): ReactNode => (
  <>
    <p role="status" className="font-medium">
      {summaryText(found.checks.filter(({ finding }) => finding.state === 'ill').length)}
    </p>
    <ul
      role="list"
      aria-label={t('doctor.results')}
      className="divide-y divide-line rounded-xl border border-line bg-surface"
    >
      {found.checks.map((check) => (
        <Line key={check.name} check={check} platform={found.platform} retry={retry} />
      ))}
    </ul>
    <p className="text-sm text-muted">{t('doctor.copyNote')}</p>
  </>
)

/** Looks at everything that the app needs, and says how to put right what is wrong. */
export const Doctor = (): ReactNode => {
  const actions = useActions()
  const [found, setFound] = useState<Examination>()
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const examine = (): void => {
    setBusy(true)
    void actions.examine().then((reply) => {
      setBusy(false)
      setFailure(reply.ok ? undefined : reply.failure)
      if (reply.ok) setFound(reply.value)
    })
  }
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Button disabled={busy} onPress={examine}>
          {found === undefined ? t('doctor.examine') : t('doctor.again')}
        </Button>
        {found !== undefined && <CopyReport report={found.report} />}
        {busy && (
          <span role="status" className="inline-flex items-center gap-2 text-sm text-muted">
            <Spinner />
            {t('doctor.looking')}
          </span>
        )}
      </div>
      {failure !== undefined && <FailureNotice failure={failure} announce place={{ retry: examine }} />}
      {found !== undefined && <Results found={found} retry={examine} />}
    </div>
  )
}
