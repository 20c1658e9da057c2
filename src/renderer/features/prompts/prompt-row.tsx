import type { ReactNode } from 'react'
import { t } from '../../../language/words'
import { useAppState } from '../../app/use-app'
import { PromptText } from '../../ask/prompt-text'
import type { UsablePrompt } from '../../state/prompts'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'

type RowProps = {
  readonly prompt: UsablePrompt
  readonly onUse: () => void
  /** What else can be done with it. */
  readonly children: ReactNode
}

const Meant = ({ connection }: { readonly connection: string }): ReactNode => {
  const providerName = useAppState(
    ({ connections }) => connections.connections.find(({ name }) => name === connection)?.providerName,
  )
  return <Badge>{providerName ?? t('prompts.editor.goneConnection', { name: connection })}</Badge>
}

/** A prompt in a list, with what can be done with it. */
export const PromptRow = ({ prompt, onUse, children }: RowProps): ReactNode => (
  <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
    <div className="grid min-w-48 flex-1 gap-0.5 select-text">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium wrap-anywhere">{prompt.name}</span>
        {prompt.connection !== undefined && <Meant connection={prompt.connection} />}
      </p>
      <p className="line-clamp-2 text-sm wrap-anywhere text-muted">
        <PromptText text={prompt.text} />
      </p>
    </div>
    <div className="flex items-center gap-1">
      {children}
      <span className="ms-1">
        <Button size="small" label={t('prompts.useNamed', { name: prompt.name })} onPress={onUse}>
          {t('prompts.use')}
        </Button>
      </span>
    </div>
  </li>
)
