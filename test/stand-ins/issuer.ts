import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { interactionPolicy, Provider, type Configuration } from 'oidc-provider'
import { memoryAdapters, signingKeys } from './issuer-memory'

/** Somebody who can sign in: by `login`, which is also `sub` unless the claims say otherwise. */
type IssuerPerson = { readonly login: string; readonly claims?: Readonly<Record<string, unknown>> }

/** What an issuer is started with. */
export type IssuerOptions = {
  readonly people: readonly IssuerPerson[]
  readonly clientId?: string
  readonly redirectUris?: readonly string[]
  readonly accessTokenSeconds?: number
  /** Claims beyond the usual ones that userinfo may contain. */
  readonly extraClaims?: readonly string[]
  readonly refreshTokens?: boolean
  readonly port?: number
}

/** Tokens as the issuer gave them out. */
type IssuedTokens = { readonly accessToken: string; readonly refreshToken: string | undefined }

/** What comes instead of the issuer's own answer. `never` keeps the request waiting. */
type Fault = { readonly status: number; readonly body?: unknown } | 'never' | 'hang-up'

/** A real OpenID provider on loopback, with handles that tests pull. */
export type Issuer = {
  readonly issuer: URL
  readonly clientId: string
  /** Answers `{ sub, …claims }` to whoever brings an access token: what ONBEHALF_SESSION_URL may name. */
  readonly sessionUrl: URL
  readonly issued: readonly IssuedTokens[]
  /** How often each path was asked for. */
  readonly count: (path: string) => number
  /** Replaces somebody's claims from now on. */
  readonly setClaims: (login: string, claims: Readonly<Record<string, unknown>>) => void
  /** Answers requests to a path wrongly, so many times or until the returned function is called. */
  readonly breakPath: (path: string, fault: Fault, times?: number) => () => void
  /** Withdraws everything that was ever granted. */
  readonly revokeEverything: () => Promise<void>
  /** Makes the newest access token invalid, and leaves the refresh token. */
  readonly endNewestAccessToken: () => Promise<void>
  /** Whether a token still works. */
  readonly isActive: (token: string) => Promise<boolean>
  readonly close: () => Promise<void>
}

const sessionPath = '/session'

const defaultRedirectUris = ['onbehalf://auth/callback', 'http://127.0.0.1/auth/callback']

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('no port'))
      else resolve(address.port)
    })
  })

const configurationOf = (
  options: IssuerOptions,
  claimsOf: (login: string) => Readonly<Record<string, unknown>> | undefined,
): Configuration => ({
  clients: [
    {
      client_id: options.clientId ?? 'test-desktop',
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      redirect_uris: [...(options.redirectUris ?? defaultRedirectUris)],
      grant_types: options.refreshTokens === false ? ['authorization_code'] : ['authorization_code', 'refresh_token'],
      response_types: ['code'],
    },
  ],
  adapter: memoryAdapters(),
  jwks: signingKeys,
  pkce: { required: () => true },
  scopes: ['openid', ...(options.refreshTokens === false ? [] : ['offline_access'])],
  claims: {
    openid: ['sub', ...(options.extraClaims ?? [])],
    profile: ['name', 'given_name', 'family_name', 'preferred_username'],
    email: ['email', 'email_verified'],
  },
  features: {
    devInteractions: { enabled: false },
    revocation: { enabled: true, allowedPolicy: (_context, client, token) => token.clientId === client.clientId },
    introspection: { enabled: false },
    userinfo: { enabled: true },
    rpInitiatedLogout: { enabled: false },
  },
  ttl: {
    AccessToken: options.accessTokenSeconds ?? 300,
    AuthorizationCode: 60,
    Grant: 3600,
    IdToken: 3600,
    Interaction: 600,
    RefreshToken: 3600,
    Session: 3600,
  },
  rotateRefreshToken: true,
  cookies: { keys: [randomBytes(16).toString('hex')] },
  findAccount: (_context, login) => {
    const claims = claimsOf(login)
    return claims === undefined ? undefined : { accountId: login, claims: () => ({ sub: login, ...claims }) }
  },
})

const bodyOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return new URLSearchParams(text)
}

const form = (fields: string): string => `<!doctype html><form method="post">${fields}</form>`

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>

/** Remembers what the person allowed, on top of what they had allowed before. */
const allow = async (provider: Provider, { params, session, grantId }: Interaction): Promise<string> => {
  const found = grantId === undefined ? undefined : await provider.Grant.find(grantId)
  const grant =
    found ?? new provider.Grant({ accountId: session?.accountId ?? '', clientId: String(params['client_id']) })
  grant.addOIDCScope(String(params['scope']))
  return await grant.save()
}

/** The pages of `/interaction/UID`: first who, then whether. Signing in as `deny` says no. */
const interact = async (provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const interaction = await provider.interactionDetails(request, response)
  const asksWho = interaction.prompt.name === 'login'
  if (request.method === 'GET') {
    response.setHeader('content-type', 'text/html')
    response.end(form(asksWho ? '<input name="login"><button>Sign in</button>' : '<button>Allow</button>'))
    return
  }
  const login = (await bodyOf(request)).get('login') ?? ''
  if (login === 'deny') {
    const denied = { error: 'access_denied', error_description: 'The person said no' }
    await provider.interactionFinished(request, response, denied)
  } else if (asksWho) {
    await provider.interactionFinished(request, response, { login: { accountId: login } })
  } else {
    const consent = { grantId: await allow(provider, interaction) }
    await provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true })
  }
}

const askSession = async (
  provider: Provider,
  claimsOf: (login: string) => Readonly<Record<string, unknown>> | undefined,
  exchange: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<void> => {
  const [, given = ''] = (exchange.request.headers.authorization ?? '').split(' ')
  const token = await provider.AccessToken.find(given)
  const login = token?.isValid === true ? token.accountId : undefined
  const body = login === undefined ? { error: 'invalid_token' } : { sub: login, ...claimsOf(login) }
  exchange.response.writeHead(login === undefined ? 401 : 200, { 'content-type': 'application/json' })
  exchange.response.end(JSON.stringify(body))
}

/** Answers wrongly on purpose; false when the request is none of its business. */
const answerWrongly = (fault: Fault | undefined, response: ServerResponse): boolean => {
  if (fault === undefined) return false
  if (fault === 'hang-up') response.destroy()
  else if (fault !== 'never') {
    response.writeHead(fault.status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(fault.body ?? {}))
  }
  return true
}

const faultsByPath = () => {
  const faults = new Map<string, { readonly fault: Fault; left: number }>()
  return {
    add: (path: string, fault: Fault, times = Infinity) => {
      faults.set(path, { fault, left: times })
      return () => {
        faults.delete(path)
      }
    },
    next: (path: string): Fault | undefined => {
      const found = faults.get(path)
      if (found === undefined || found.left === 0) return undefined
      found.left -= 1
      return found.fault
    },
  }
}

/** Remembers what is handed out, so that tests can look for it and take it back. */
const watchGrants = (provider: Provider) => {
  const issued: IssuedTokens[] = []
  const grants = new Set<string>()
  provider.on('grant.success', (context) => {
    const body: unknown = context.body
    if (typeof body !== 'object' || body === null || !('access_token' in body)) return
    const refreshToken = 'refresh_token' in body ? String(body.refresh_token) : undefined
    issued.push({ accessToken: String(body.access_token), refreshToken })
    const grantId = context.oidc.entities.Grant?.jti
    if (grantId !== undefined) grants.add(grantId)
  })
  return { issued, grants }
}

/** Starts an OpenID provider. It speaks the real protocol; only its two pages are made for machines. */
export const startIssuer = async (options: IssuerOptions): Promise<Issuer> => {
  const claims = new Map(options.people.map((person) => [person.login, person.claims ?? {}]))
  const claimsOf = (login: string) => claims.get(login)
  const server = createServer()
  const port = await listen(server, options.port ?? 0)
  const origin = `http://127.0.0.1:${String(port)}`
  const policy = interactionPolicy.base()
  const provider = new Provider(origin, {
    ...configurationOf(options, claimsOf),
    interactions: { policy, url: (_context, interaction) => `/interaction/${interaction.uid}` },
  })
  const { issued, grants } = watchGrants(provider)
  const answer = provider.callback()
  const counts = new Map<string, number>()
  const faults = faultsByPath()

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', origin)
    counts.set(pathname, (counts.get(pathname) ?? 0) + 1)
    if (answerWrongly(faults.next(pathname), response)) return
    if (pathname.startsWith('/interaction/')) void interact(provider, request, response)
    else if (pathname === sessionPath) void askSession(provider, claimsOf, { request, response })
    else void answer(request, response)
  })

  return {
    issuer: new URL(origin),
    clientId: options.clientId ?? 'test-desktop',
    sessionUrl: new URL(sessionPath, origin),
    issued,
    count: (path) => counts.get(path) ?? 0,
    setClaims: (login, next) => {
      claims.set(login, next)
    },
    breakPath: faults.add,
    revokeEverything: async () => {
      for (const grant of grants) {
        await provider.AccessToken.revokeByGrantId(grant)
        await provider.RefreshToken.revokeByGrantId(grant)
      }
    },
    endNewestAccessToken: async () => {
      const token = await provider.AccessToken.find(issued.at(-1)?.accessToken ?? '')
      await token?.destroy()
    },
    isActive: async (token) =>
      (await provider.AccessToken.find(token))?.isValid === true ||
      (await provider.RefreshToken.find(token))?.isValid === true,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      })
    },
  }
}
