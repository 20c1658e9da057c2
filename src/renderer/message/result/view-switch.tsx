import type { ReactNode } from 'react'
import { t } from '../../../language/words'
import type { ResultKind } from '../../state/result-choice'
import { classNames } from '../../ui/class-names'

type ViewSwitchProps = {
  readonly kinds: readonly ResultKind[]
  readonly shown: ResultKind
  readonly onChoose: (kind: ResultKind) => void
}

/** The ways in which a result can be shown; nothing where there is only one. */
export const ViewSwitch = ({ kinds, shown, onChoose }: ViewSwitchProps): ReactNode =>
  kinds.length < 2 ? null : (
    <div
      role="group"
      aria-label={t('results.views')}
      className="flex flex-wrap rounded-md border border-line bg-sunken p-0.5"
    >
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={kind === shown}
          onClick={() => {
            onChoose(kind)
          }}
          className={classNames(
            'rounded-sm border px-2 py-0.5 text-xs font-medium transition-colors',
            kind === shown
              ? 'border-line bg-surface text-ink shadow-low'
              : 'border-transparent text-muted hover:bg-hover hover:text-ink',
          )}
        >
          {t(`results.view.${kind}`)}
        </button>
      ))}
    </div>
  )
