import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import type { Assistant } from '../assistant/assistant'
import type { Connections } from '../connections/connections'
import type { Services as Reach } from '../doctor/doctor'
import type { Identity } from '../identity/session'
import type { Services } from '../inbound/handlers'
import { systemClock } from '../platform/clock'
import type { Configuration } from '../platform/configuration'
import type { Database } from '../platform/database'
import { openPage } from '../platform/external-links'
import { failure } from '../platform/failures'
import { startLoopbackServer } from '../platform/loopback-server'
import type { Scalekit } from '../scalekit/port'
import { openBackend, type Backend } from './backend'
import { databaseFile, headsFile } from './data-files'
import { followSession } from './follow-session'
import type { Foundation } from './foundation'
import { createTeller } from './notify'
import type { ModelSource } from './model-source'
import type { Running } from './services-runner'

/** Everything behind the windows, running. */
export type RunningServices = Services & Running & { readonly reach: Reach; readonly useModel: ModelSource['use'] }

// A browser that can't come back leaves people waiting: say so as soon as it was sent off.
const openSignInPage =
  ({ linkHandler, state }: Foundation) =>
  async (url: URL): Promise<Result<null, Failure>> => {
    void linkHandler.whenKnown().then((registered) => {
      if (!registered) state.notice(failure('scheme-unregistered'))
    })
    return await openPage(url)
  }

const openIdentity = async (backend: Backend, foundation: Foundation): Promise<Identity> => {
  const { createIdentity } = await import('../identity/create-identity')
  return createIdentity({
    issuer: backend.issuer,
    secretStore: foundation.secrets,
    openExternal: backend.issuer.redirect === 'scheme' ? openSignInPage(foundation) : openPage,
    startLoopbackServer,
    clock: systemClock,
    log: foundation.logger,
    ...(backend.realm === undefined ? {} : { realm: backend.realm }),
  })
}

const openScalekit = async (backend: Backend): Promise<Scalekit> => {
  const { createDirectScalekit } = await import('../scalekit/direct-scalekit')
  return createDirectScalekit({ settings: backend.scalekit })
}

type Base = { readonly backend: Backend; readonly identity: Identity; readonly scalekit: Scalekit }

const openConnections = async (base: Base, { linkHandler, windows }: Foundation): Promise<Connections> => {
  const { createConnections } = await import('../connections/create-connections')
  const connections: Connections = createConnections({
    scalekit: base.scalekit,
    session: base.identity.current,
    ensureSession: base.identity.ensure,
    openExternal: openPage,
    schemeRegistered: linkHandler.isRegistered,
    verifyUrl: base.backend.verifyUrl,
    startLoopbackServer,
    clock: systemClock,
    randomState: () => randomBytes(32).toString('base64url'),
    deliverVerify: async (returned) => {
      windows.openChat()
      return await connections.verify(returned)
    },
  })
  return connections
}

type Store = { readonly database: Database; readonly lasting: boolean }

const openStore = async ({ dataFolder, state }: Foundation): Promise<Store> => {
  const { openDatabase } = await import('../platform/database')
  const { database, notice } = openDatabase(join(dataFolder, databaseFile))
  if (notice !== undefined) state.notice(notice)
  return { database, lasting: notice?.code !== 'not-saved' }
}

const openAssistant = async (
  { backend, identity, scalekit }: Base,
  given: { readonly connections: Connections; readonly store: Store; readonly foundation: Foundation },
): Promise<Assistant> => {
  const { createAssistant } = await import('../assistant/create-assistant')
  const { createHeadsFile } = await import('../assistant/activity-heads')
  const { database, lasting } = given.store
  return createAssistant({
    database,
    // What a database in memory says must not be taken for how the one on disk ends.
    ...(lasting ? { activityHeads: createHeadsFile(join(given.foundation.dataFolder, headsFile)) } : {}),
    scalekit,
    connections: given.connections,
    ensureSession: identity.ensure,
    model: backend.model.model,
    clock: systemClock,
    newId: randomUUID,
    log: given.foundation.logger,
  })
}

const quietMs = 5000

const prepareAssistant = async (assistant: Assistant, { state, logger, codeCache }: Foundation): Promise<void> => {
  try {
    await assistant.prepare()
    state.setAssistantReady(true)
    // Everything is loaded now; what V8 made of it is kept once the start is over.
    await setTimeout(quietMs, undefined, { ref: false })
    await codeCache.save()
  } catch (error) {
    logger.error('assistant', error)
  }
}

/** Starts everything that a configuration asks for, in the order in which the parts need each other. */
export const startServices = async (
  configuration: Configuration,
  foundation: Foundation,
): Promise<Result<RunningServices, Failure>> => {
  const { state } = foundation
  state.setAssistantReady(false)
  if (configuration.kind === 'incomplete') {
    state.setSession({ kind: 'signed-out' })
    return err(failure('not-signed-in', { action: { kind: 'open-settings' } }))
  }
  const backend = await openBackend(configuration, foundation.dataFolder)
  await setImmediate()
  const identity = await openIdentity(backend, foundation)
  // Each of the following blocks the main process while it loads; windows get their turn in between.
  await setImmediate()
  const scalekit = await openScalekit(backend)
  const base = { backend, identity, scalekit }
  const connections = await openConnections(base, foundation)
  await setImmediate()
  const store = await openStore(foundation)
  await setImmediate()
  const assistant = await openAssistant(base, { connections, store, foundation })
  const unfollow = followSession(
    { identity, connections, assistant, scalekit },
    { ...foundation, teller: createTeller(foundation) },
  )
  void identity.restore().then(async () => {
    await prepareAssistant(assistant, foundation)
  })
  return ok({
    identity,
    connections,
    assistant,
    reach: {
      issuer: identity.reach,
      scalekit: async () => {
        const listed = await scalekit.listConnections()
        return listed.ok ? ok({ host: backend.scalekit.environmentUrl.host }) : listed
      },
      // Another one may be in use by the time that somebody looks.
      get model() {
        return backend.model.check()
      },
    },
    useModel: backend.model.use,
    wake: scalekit.reset,
    close: async () => {
      unfollow()
      assistant.stopAll()
      connections.clear()
      scalekit.reset()
      store.database.close()
      await backend.close()
    },
  })
}
