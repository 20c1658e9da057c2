import {
  LayoutList,
  ListChecks,
  MessageSquareReply,
  MessagesSquare,
  Plug,
  Search,
  Sparkles,
  SquarePlus,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { t } from '../../../language/words'
import { useActions, useAppState } from '../../app/use-app'
import { PromptText } from '../../ask/prompt-text'
import { startersFor, type Starter } from '../../ask/starters'
import { Button } from '../../ui/button'
import { FirstRun, isNew } from './first-run'

const icons: Readonly<Record<string, LucideIcon>> = {
  board: LayoutList,
  summary: MessagesSquare,
  createItem: SquarePlus,
  reply: MessageSquareReply,
  conversationToItem: SquarePlus,
  latest: MessagesSquare,
  setStatus: ListChecks,
  search: Search,
}

const mostShown = 4

const Suggestion = ({ starter, onChoose }: { readonly starter: Starter; readonly onChoose: () => void }): ReactNode => {
  const Icon = icons[starter.key] ?? Sparkles
  return (
    <button
      type="button"
      onClick={onChoose}
      className="flex items-start gap-3 rounded-xl border border-line bg-surface px-3.5 py-3 text-start text-sm leading-normal shadow-low transition-colors hover:border-line-strong hover:bg-hover"
    >
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-accent-ink" />
      <span className="grid min-w-0 gap-0.5">
        <span className="font-medium wrap-anywhere">{starter.name}</span>
        <span dir="auto" className="line-clamp-3 wrap-anywhere text-muted">
          <PromptText text={starter.text} />
        </span>
      </span>
    </button>
  )
}

const ConnectFirst = (): ReactNode => {
  const actions = useActions()
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl bg-accent-soft px-3.5 py-2.5 text-sm">
      <Plug aria-hidden="true" className="size-4 shrink-0 text-accent-ink" />
      <p className="min-w-48 flex-1">{t('chat.connectFirst')}</p>
      <Button
        size="small"
        onPress={() => {
          actions.navigate('connections')
        }}
      >
        {t('chat.openConnections')}
      </Button>
    </div>
  )
}

/** A chat before its first message: what can be asked, and what happens then. */
export const EmptyChat = ({
  name,
  onChoose,
}: {
  readonly name: string
  readonly onChoose: (starter: Starter) => void
}): ReactNode => {
  const actions = useActions()
  const connections = useAppState((state) => state.connections.connections)
  const mode = useAppState((state) => state.app?.mode)
  const guided = useAppState(isNew)
  const unconnected = useAppState(
    ({ connections }) =>
      connections.kind === 'ready' && connections.connections.every(({ status }) => status !== 'connected'),
  )
  return (
    <div className="min-h-0 flex-1 overflow-y-auto [scrollbar-gutter:stable_both-edges]">
      <div className="mx-auto grid min-h-full max-w-184 content-center gap-6 px-6 py-8 max-[46rem]:px-4 [@media(height<32rem)]:gap-4 [@media(height<32rem)]:py-4">
        <div className="grid gap-2">
          <h2 className="text-2xl font-semibold tracking-tight text-balance">{t('chat.greeting', { name })}</h2>
          <p className="text-balance text-muted">{t('chat.lead')}</p>
        </div>
        <FirstRun name={name} onSent={actions.showSent} otherwise={unconnected && <ConnectFirst />} />
        <div className="grid gap-2.5 sm:grid-cols-2">
          {(guided ? [] : startersFor(connections, mode)).slice(0, mostShown).map((starter) => (
            <Suggestion
              key={starter.key}
              starter={starter}
              onChoose={() => {
                onChoose(starter)
              }}
            />
          ))}
        </div>
      </div>
    </div>
  )
}
