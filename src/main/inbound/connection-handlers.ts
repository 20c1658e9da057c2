import { channels } from '../../contract/channels'
import { ok } from '../../contract/result'
import { withSession, type HandlersOf, type ServicesSource } from './handlers'

/** The person's connections, as the windows ask for them. */
export const connectionHandlers = (
  services: ServicesSource,
): HandlersOf<'listConnections' | 'connect' | 'disconnect' | 'disconnectAll'> => ({
  [channels.listConnections]: async ({ refresh }) =>
    await withSession(services, async ({ connections }) =>
      ok(refresh ? await connections.refresh() : connections.state()),
    ),
  [channels.connect]: async ({ connection }) =>
    await withSession(services, async ({ connections }) => await connections.connect(connection)),
  [channels.disconnect]: async ({ connection }) =>
    await withSession(services, async ({ connections }) => await connections.disconnect(connection)),
  [channels.disconnectAll]: async () =>
    await withSession(services, async ({ connections, assistant }, session) => {
      // What is under way would find its account gone in the middle.
      const halted = assistant.stopEverything(session)
      if (!halted.ok) return halted
      const done = await connections.disconnectAll()
      if (!done.ok) return done
      const { gone, readAt, deleted, left } = done.value
      const withdrawn = assistant.withdraw(session, new Set(gone))
      return withdrawn.ok ? ok({ readAt, deleted, left: [...left] }) : withdrawn
    }),
})
