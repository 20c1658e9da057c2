import { Link2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Asked } from '../../../contract/asked'
import { t } from '../../../language/words'
import { useActions } from '../../app/use-app'
import { Button } from '../../ui/button'

const Bar = ({
  title,
  children,
  actions,
}: {
  readonly title: string
  readonly children: ReactNode
  readonly actions: ReactNode
}): ReactNode => (
  <div
    role="status"
    className="flex flex-wrap items-start gap-x-3 gap-y-2 border-t border-line bg-outside-soft px-5 py-2.5 text-sm"
  >
    <Link2 aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-outside-ink" />
    <div className="grid min-w-56 flex-1 gap-0.5">
      <p className="font-medium text-outside-ink">{title}</p>
      {children}
    </div>
    <div className="flex flex-wrap gap-1.5">{actions}</div>
  </div>
)

/** Says that what stands in the field came with a link, and how much it is. */
export const FromLink = ({ asked }: { readonly asked: Asked }): ReactNode => {
  const actions = useActions()
  return (
    <Bar
      title={`${t('quickAsk.link.title')} · ${t('quickAsk.link.length', { count: asked.text.length })}`}
      actions={
        <Button
          size="small"
          tone="quiet"
          onPress={() => {
            actions.type(null, '')
          }}
        >
          {t('quickAsk.link.discard')}
        </Button>
      }
    >
      <p className="text-muted">
        {t('quickAsk.link.note')}
        {asked.removed > 0 && ` ${t('quickAsk.link.removed', { count: asked.removed })}`}
      </p>
    </Bar>
  )
}

/** Offers a text that a link brought while the window is in use. */
export const LinkOffer = ({ asked }: { readonly asked: Asked }): ReactNode => {
  const actions = useActions()
  return (
    <Bar
      title={t('quickAsk.link.offer')}
      actions={
        <>
          <Button size="small" tone="quiet" onPress={actions.dropAsked}>
            {t('quickAsk.link.ignore')}
          </Button>
          <Button size="small" single onPress={actions.acceptAsked}>
            {t('quickAsk.link.use')}
          </Button>
        </>
      }
    >
      <p className="line-clamp-3 wrap-anywhere text-ink">{asked.text}</p>
      <p className="text-muted">{t('quickAsk.link.offerNote')}</p>
    </Bar>
  )
}
