import { channels } from '../../contract/channels'
import { ok } from '../../contract/result'
import { withSession, type HandlersOf, type ServicesSource } from './handlers'

/** The person's connections, as the windows ask for them. */
export const connectionHandlers = (
  services: ServicesSource,
): HandlersOf<'listConnections' | 'connect' | 'disconnect'> => ({
  [channels.listConnections]: async ({ refresh }) =>
    await withSession(services, async ({ connections }) =>
      ok(refresh ? await connections.refresh() : connections.state()),
    ),
  [channels.connect]: async ({ connection }) =>
    await withSession(services, async ({ connections }) => await connections.connect(connection)),
  [channels.disconnect]: async ({ connection }) =>
    await withSession(services, async ({ connections }) => await connections.disconnect(connection)),
})
