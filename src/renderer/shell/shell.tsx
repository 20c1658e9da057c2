import { MessagesSquare, Search, SquarePen, X } from 'lucide-react'
import { Suspense, useEffect, useState, type ReactNode } from 'react'
import type { Person } from '../../contract/app-state'
import { sandboxText } from '../app/sandbox'
import { useActions, useAppState, useLoadedApp } from '../app/use-app'
import { FailureNotice } from '../failure/failure-notice'
import { Chat } from '../features/conversation/chat'
import { ThreadList } from '../features/conversation/thread-list'
import { t } from '../../language/words'
import { IconButton } from '../ui/icon-button'
import { Mark } from '../ui/mark'
import { SandboxLabel } from '../ui/sandbox-label'
import { MainNavigation } from './navigation'
import { Notices } from './notices'
import { Offline } from './offline'
import { StopEverything } from './stop-everything'
import { Toasts } from './toasts'
import { lazyComponent } from '../ui/lazy-component'
import { useShortcuts } from '../commands/use-shortcuts'

const Activity = lazyComponent(async () => (await import('../features/activity/activity')).Activity)

const Connections = lazyComponent(async () => (await import('../features/connections/connections')).Connections)
const Prompts = lazyComponent(async () => (await import('../features/prompts/prompts')).Prompts)
const loadPalette = async () => (await import('../features/palette/palette')).Palette

const Palette = lazyComponent(loadPalette)
const Settings = lazyComponent(async () => (await import('../features/settings/settings')).Settings)

/** Fetches the code of the palette before it is first asked for. */
export const warmPalette = (): void => void loadPalette()

const CurrentView = ({ person }: { readonly person: Person }): ReactNode => {
  const view = useAppState((state) => state.place.view)
  switch (view) {
    case 'chat':
      return <Chat name={person.name.split(' ')[0] ?? person.name} />
    case 'connections':
      return <Connections />
    case 'activity':
      return <Activity />
    case 'prompts':
      return <Prompts />
    case 'settings':
      return <Settings />
  }
}

const minuteMs = 60_000

const useNow = (): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now())
    }, minuteMs)
    return () => {
      clearInterval(timer)
    }
  }, [])
  return now
}

type BrandProps = { readonly threadsOpen: boolean; readonly onToggle: () => void; readonly onClose: () => void }

const Brand = ({ threadsOpen, onToggle, onClose }: BrandProps): ReactNode => {
  const actions = useActions()
  return (
    <div className="shell-brand">
      <Mark />
      <span className="font-semibold tracking-tight">{t('common.app')}</span>
      <StopEverything />
      <IconButton
        label={t('palette.open')}
        className="ms-auto [[aria-label]+&]:ms-0"
        onPress={() => {
          actions.showPalette(true)
        }}
      >
        <Search />
      </IconButton>
      <span className="shell-narrow">
        <IconButton
          label={threadsOpen ? t('threads.hide') : t('threads.show')}
          expanded={threadsOpen}
          onPress={onToggle}
        >
          {threadsOpen ? <X /> : <MessagesSquare />}
        </IconButton>
        <IconButton
          label={t('threads.new')}
          onPress={() => {
            actions.newChat()
            onClose()
          }}
        >
          <SquarePen />
        </IconButton>
      </span>
    </div>
  )
}

const PersonLine = ({ person }: { readonly person: Person }): ReactNode => (
  <div className="shell-wide border-t border-line px-4 pt-2.5 pb-0.5 text-sm select-text">
    <p className="truncate font-medium">{person.name}</p>
    {person.email !== undefined && <p className="truncate text-xs text-faint">{person.email}</p>}
  </div>
)

/** The chat window of a person: the places on the side, the chosen one beside it. */
export const Shell = ({ person }: { readonly person: Person }): ReactNode => {
  const app = useLoadedApp()
  const [threadsOpen, setThreadsOpen] = useState(false)
  const now = useNow()
  const close = (): void => {
    setThreadsOpen(false)
  }
  const sandbox = sandboxText(app)
  const palette = useAppState((state) => state.palette)
  useShortcuts()
  return (
    <div
      className="shell"
      data-threads={threadsOpen ? 'open' : undefined}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <aside aria-label={t('shell.sidebar')} className="shell-side">
        <Brand
          threadsOpen={threadsOpen}
          onToggle={() => {
            setThreadsOpen(!threadsOpen)
          }}
          onClose={close}
        />
        <MainNavigation onChosen={close} />
        <div className="shell-threads">
          <ThreadList
            now={now}
            onChosen={close}
            onReveal={() => {
              setThreadsOpen(true)
            }}
          />
        </div>
        <PersonLine person={person} />
        {sandbox !== null && (
          <div className="shell-foot">
            <SandboxLabel>{sandbox}</SandboxLabel>
          </div>
        )}
      </aside>
      <main className="shell-main">
        <Offline />
        <Notices />
        {app.session.kind === 'signed-out' && app.session.failure !== undefined && (
          <div className="mx-auto w-full max-w-184 px-6 pt-3 max-[46rem]:px-3">
            <FailureNotice failure={app.session.failure} announce />
          </div>
        )}
        <Suspense fallback={<div className="flex-1" />}>
          <CurrentView person={person} />
        </Suspense>
        {palette && (
          <Suspense>
            <Palette />
          </Suspense>
        )}
      </main>
      <Toasts />
    </div>
  )
}
