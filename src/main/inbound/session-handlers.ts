import { channels } from '../../contract/channels'
import { ok } from '../../contract/result'
import { withServices, type HandlersOf, type Services, type ServicesSource } from './handlers'

/** Ends everything that runs in the person's name, forgets what was shown to them, then signs out. */
const signOut = async ({ assistant, connections, identity }: Services): Promise<void> => {
  assistant.stopAll()
  connections.clear()
  await identity.signOut()
}

/** Signing in and out, as the windows ask for it. */
export const sessionHandlers = (services: ServicesSource): HandlersOf<'signIn' | 'cancelSignIn' | 'signOut'> => ({
  [channels.signIn]: async () => await withServices(services, async ({ identity }) => await identity.signIn()),
  [channels.cancelSignIn]: async () =>
    await withServices(services, ({ identity }) => {
      identity.cancelSignIn()
      return ok(null)
    }),
  [channels.signOut]: async () =>
    await withServices(services, async (present) => {
      await signOut(present)
      return ok(null)
    }),
})
