import { Suspense, useMemo, type ReactNode } from 'react'
import type { ToolCall } from '../../contract/conversation'
import { t } from '../../language/words'
import { lazyComponent } from '../ui/lazy-component'
import { classify } from './result/classify'
import { useChoice } from './result/use-choice'
import { ViewSwitch } from './result/view-switch'

const ResultBody = lazyComponent(async () => (await import('./result/result-body')).ResultBody)

type ResultViewProps = { readonly call: ToolCall; readonly result: NonNullable<ToolCall['result']> }

/** What a call returned, shown as what it is; other ways to see it, and every result word for word, are one click away. */
export const ResultView = ({ call, result }: ResultViewProps): ReactNode => {
  const classified = useMemo(() => classify(result.value, result.truncated), [result])
  const [choice, onChoose] = useChoice(call.tool)
  const [best = 'json'] = classified.kinds
  const kind = choice.kind !== undefined && classified.kinds.includes(choice.kind) ? choice.kind : best
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <div className="flex min-h-7 flex-wrap items-center justify-between gap-2">
        <p className="text-xs font-medium text-faint">{t('call.returned')}</p>
        <ViewSwitch
          kinds={classified.kinds}
          shown={kind}
          onChoose={(chosen) => {
            onChoose({ kind: chosen })
          }}
        />
      </div>
      <Suspense fallback={null}>
        <ResultBody
          call={call}
          result={result}
          classified={classified}
          kind={kind}
          choice={choice}
          onChoose={onChoose}
        />
      </Suspense>
    </section>
  )
}
