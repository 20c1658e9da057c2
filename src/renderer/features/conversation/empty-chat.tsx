import { LayoutList, MessageSquareReply, Plug, SquarePlus, UserRoundSearch, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useActions, useAppState } from '../../app/use-app'
import { en } from '../../strings/en'
import { Button } from '../../ui/button'

type SampleKind = (typeof en.chat.samples)[number]['kind']

const icons: Record<SampleKind, LucideIcon> = {
  write: SquarePlus,
  reply: MessageSquareReply,
  read: LayoutList,
  who: UserRoundSearch,
}

const Sample = ({
  kind,
  text,
  onChoose,
}: {
  readonly kind: SampleKind
  readonly text: string
  readonly onChoose: () => void
}): ReactNode => {
  const Icon = icons[kind]
  return (
    <button
      type="button"
      onClick={onChoose}
      className="flex items-start gap-3 rounded-xl border border-line bg-surface px-3.5 py-3 text-start text-sm leading-normal text-muted shadow-low transition-colors hover:border-line-strong hover:bg-hover hover:text-ink"
    >
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-accent-ink" />
      <span className="wrap-anywhere">{text}</span>
    </button>
  )
}

const ConnectFirst = (): ReactNode => {
  const actions = useActions()
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl bg-accent-soft px-3.5 py-2.5 text-sm">
      <Plug aria-hidden="true" className="size-4 shrink-0 text-accent-ink" />
      <p className="min-w-48 flex-1">{en.chat.connectFirst}</p>
      <Button
        size="small"
        onPress={() => {
          actions.navigate('connections')
        }}
      >
        {en.chat.openConnections}
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
  readonly onChoose: (text: string) => void
}): ReactNode => {
  const unconnected = useAppState(
    ({ connections }) =>
      connections.kind === 'ready' && connections.connections.every(({ status }) => status !== 'connected'),
  )
  return (
    <div className="min-h-0 flex-1 overflow-y-auto [scrollbar-gutter:stable_both-edges]">
      <div className="mx-auto grid min-h-full max-w-184 content-center gap-6 px-6 py-8 max-[46rem]:px-4 [@media(height<32rem)]:gap-4 [@media(height<32rem)]:py-4">
        <div className="grid gap-2">
          <h2 className="text-2xl font-semibold tracking-tight text-balance">{en.chat.greeting(name)}</h2>
          <p className="text-balance text-muted">{en.chat.lead}</p>
        </div>
        {unconnected && <ConnectFirst />}
        <div className="grid gap-2.5 sm:grid-cols-2">
          {en.chat.samples.map(({ kind, text }) => (
            <Sample
              key={kind}
              kind={kind}
              text={text}
              onChoose={() => {
                onChoose(text)
              }}
            />
          ))}
        </div>
      </div>
    </div>
  )
}
