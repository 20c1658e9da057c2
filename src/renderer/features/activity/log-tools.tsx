import { useState, type ReactNode } from 'react'
import type { ActivityFilter, ActivityFormat, ActivityVerdict } from '../../../contract/activity'
import type { Failure } from '../../../contract/failure'
import { t } from '../../../language/words'
import { useActions } from '../../app/use-app'
import { FailureNotice } from '../../failure/failure-notice'
import { Button } from '../../ui/button'
import { problemText, soundText } from './verdict-words'

type Said =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'verdict'; readonly verdict: ActivityVerdict }
  | { readonly kind: 'failure'; readonly failure: Failure }

const formats: readonly ActivityFormat[] = ['csv', 'jsonl']

const Verdict = ({ verdict }: { readonly verdict: ActivityVerdict }): ReactNode =>
  verdict.problems.length === 0 ? (
    <p className="text-sm text-ink">{soundText(verdict)}</p>
  ) : (
    <div className="text-sm text-danger-ink">
      <p className="font-medium">{t('activity.broken')}</p>
      <ul role="list">
        {verdict.problems.map((problem, index) => (
          <li key={index}>{problemText(problem)}</li>
        ))}
      </ul>
    </div>
  )

const Saying = ({ said }: { readonly said: Said }): ReactNode => (
  <div role="status">
    {said.kind === 'text' && <p className="text-sm text-muted">{said.text}</p>}
    {said.kind === 'verdict' && <Verdict verdict={said.verdict} />}
  </div>
)

/** Checking the log and taking it out as a file. */
export const LogTools = ({ filter }: { readonly filter: ActivityFilter }): ReactNode => {
  const actions = useActions()
  const [said, setSaid] = useState<Said>({ kind: 'nothing' })
  const [busy, setBusy] = useState(false)
  const during = (work: () => Promise<Said>): void => {
    setBusy(true)
    void work()
      .then(setSaid)
      .finally(() => {
        setBusy(false)
      })
  }
  const check = async (): Promise<Said> => {
    setSaid({ kind: 'text', text: t('activity.checking') })
    const reply = await actions.verifyActivity()
    return reply.ok ? { kind: 'verdict', verdict: reply.value } : { kind: 'failure', failure: reply.failure }
  }
  const save = async (format: ActivityFormat): Promise<Said> => {
    const reply = await actions.exportActivity(format, filter)
    if (!reply.ok) return { kind: 'failure', failure: reply.failure }
    const { file, entries } = reply.value
    return {
      kind: 'text',
      text: file === null ? t('activity.notExported') : t('activity.exported', { count: entries, file }),
    }
  }
  return (
    <section aria-label={t('activity.tools')} className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        <Button
          disabled={busy}
          onPress={() => {
            during(check)
          }}
        >
          {t('activity.check')}
        </Button>
        {formats.map((format) => (
          <Button
            key={format}
            disabled={busy}
            onPress={() => {
              during(() => save(format))
            }}
          >
            {t(`activity.export.${format}`)}
          </Button>
        ))}
      </div>
      <Saying said={said} />
      {said.kind === 'failure' && <FailureNotice failure={said.failure} announce />}
    </section>
  )
}
