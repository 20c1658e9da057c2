import { Suspense, type ReactNode } from 'react'
import type { AppState, Person } from '../../contract/app-state'
import { t } from '../../language/words'
import { useAppState } from '../app/use-app'
import { SignIn } from '../features/sign-in/sign-in'
import { hasExpired } from '../state/app'
import { Mark } from '../ui/mark'
import { Interactive } from './interactive'
import { LinkQuestion } from './link-question'
import { Notices } from './notices'
import { Shell } from './shell'
import { lazyComponent } from '../ui/lazy-component'

const IncompleteSetUp = lazyComponent(
  async () => (await import('../features/settings/incomplete-set-up')).IncompleteSetUp,
)

const Opening = (): ReactNode => (
  <div role="status" className="grid h-full place-content-center">
    <Mark className="breathe size-10" />
    <span className="sr-only">{t('shell.opening')}</span>
  </div>
)

const Welcome = (): ReactNode => (
  <div className="flex h-full flex-col overflow-y-auto">
    <Notices bare />
    <main className="grid flex-1 place-content-center px-6 py-10">
      <SignIn />
    </main>
  </div>
)

const personIn = ({ session }: AppState, owner: Person | null): Person | null => {
  if (session.kind === 'signed-in') return session.person
  return hasExpired(owner, session) ? owner : null
}

/** The chat window: what it shows depends on how the app is set up and on who is signed in. */
export const ChatWindow = (): ReactNode => {
  const app = useAppState((state) => state.app)
  const owner = useAppState((state) => state.owner)
  if (app === null) return <Opening />
  if (app.mode.kind === 'incomplete') {
    return (
      <Suspense>
        <IncompleteSetUp mode={app.mode} />
        <Interactive />
      </Suspense>
    )
  }
  if (app.session.kind === 'restoring') return <Opening />
  const person = personIn(app, owner)
  return (
    <>
      {person === null ? <Welcome /> : <Shell person={person} />}
      <LinkQuestion />
      <Interactive />
    </>
  )
}
