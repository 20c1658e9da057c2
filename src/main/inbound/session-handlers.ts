import { channels } from '../../contract/channels'
import { ok } from '../../contract/result'
import { withServices, type HandlersOf, type ServicesSource } from './handlers'

/** Signing in and out, as the windows ask for it. */
export const sessionHandlers = (services: ServicesSource): HandlersOf<'signIn' | 'cancelSignIn' | 'signOut'> => ({
  [channels.signIn]: async () => await withServices(services, async ({ identity }) => await identity.signIn()),
  [channels.cancelSignIn]: async () =>
    await withServices(services, ({ identity }) => {
      identity.cancelSignIn()
      return ok(null)
    }),
  [channels.signOut]: async () =>
    await withServices(services, async ({ identity }) => {
      await identity.signOut()
      return ok(null)
    }),
})
