import type { Failure } from '../../contract/failure'
import type { channels, Channel } from '../../contract/channels'
import type { Reply, RequestOf } from '../../contract/methods'
import { err, type Result } from '../../contract/result'
import type { Assistant } from '../assistant/assistant'
import type { Connections } from '../connections/connections'
import type { Identity, LocalSession, Session } from '../identity/session'
import { failure } from '../platform/failures'

/** What answers one call of a window. The request has passed its schema. */
export type Handler<C extends Channel> = (request: RequestOf<C>) => Promise<Reply<C>> | Reply<C>

/** What answers every call: leaving one out does not compile. */
export type Handlers = { readonly [C in Channel]: Handler<C> }

/** What answers some calls, by the names that the contract gives them. */
export type HandlersOf<K extends keyof typeof channels> = Pick<Handlers, (typeof channels)[K]>

/** What the windows act through once it is loaded. */
export type Services = {
  readonly identity: Identity
  readonly connections: Connections
  readonly assistant: Assistant
}

/** Waits until the services are loaded, or says why there are none. */
export type ServicesSource = () => Promise<Result<Services, Failure>>

/** Does something with the services once they are there. */
export const withServices = async <T>(
  source: ServicesSource,
  act: (services: Services) => Promise<Result<T, Failure>> | Result<T, Failure>,
): Promise<Result<T, Failure>> => {
  const services = await source()
  return services.ok ? await act(services.value) : services
}

/** Does something with what is on this computer, for the person whose screen this is: also while they are offline. */
export const withLocal = async <T>(
  source: ServicesSource,
  act: (services: Services, session: LocalSession) => Promise<Result<T, Failure>> | Result<T, Failure>,
): Promise<Result<T, Failure>> =>
  await withServices(source, async (services) => {
    const session = services.identity.local()
    return session === null ? err(failure('not-signed-in')) : await act(services, session)
  })

/** Does something for the person who is signed in right now; nobody else's name can be passed in. */
export const withSession = async <T>(
  source: ServicesSource,
  act: (services: Services, session: Session) => Promise<Result<T, Failure>> | Result<T, Failure>,
): Promise<Result<T, Failure>> =>
  await withServices(source, async (services) => {
    const { identity } = services
    const known = identity.current()
    if (known !== null) return await act(services, known)
    const session = await identity.ensure()
    return session.ok ? await act(services, session.value) : session
  })
