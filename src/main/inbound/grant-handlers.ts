import { channels } from '../../contract/channels'
import { withLocal, type HandlersOf, type ServicesSource } from './handlers'

/** What a person allowed from now on, as the windows ask for it. */
export const grantHandlers = (services: ServicesSource): HandlersOf<'listGrants' | 'revokeGrant' | 'revokeGrants'> => ({
  [channels.listGrants]: async () =>
    await withLocal(services, ({ assistant }, session) => assistant.listGrants(session)),
  [channels.revokeGrant]: async ({ grantId }) =>
    await withLocal(services, ({ assistant }, session) => assistant.revokeGrant(session, grantId)),
  [channels.revokeGrants]: async () =>
    await withLocal(services, ({ assistant }, session) => assistant.revokeGrants(session)),
})
